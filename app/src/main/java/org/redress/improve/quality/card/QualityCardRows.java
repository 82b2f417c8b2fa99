package org.redress.improve.quality.card;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.UnitId;
import org.redress.platform.database.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Cards with their complaints and their history in the database. */
@Repository
class QualityCardRows {

    private final JdbcClient jdbc;

    QualityCardRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One change of a bureau's cards at a time, to the end of the transaction: what is counted stands still. */
    void hold(BureauId bureau) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('quality.card'), ?)")
                .param(bureau.value())
                .query((row, n) -> true)
                .single();
    }

    int nextNumber(BureauId bureau) {
        return jdbc.sql("select coalesce(max(number), 0) + 1 from quality.card where bureau = ?")
                .param(bureau.value())
                .query(Integer.class)
                .single();
    }

    void insert(BureauId bureau, QualityCard card, List<TicketId> tickets) {
        QualityCard.Grounds grounds = card.grounds();
        QualityCard.Yellows yellows = card.yellows();
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("bureau", bureau.value());
        row.put("id", card.id().value());
        row.put("number", card.number());
        row.put("unit", card.unit().value());
        row.put("staff", card.staff() == null ? null : card.staff().value());
        row.put("severity", card.severity().name());
        row.put("state", card.state().name());
        row.put("words", grounds.words());
        row.put("counted", grounds.counted());
        row.put("rules", grounds.rules());
        row.put("by", grounds.by().value());
        row.put("at", Moments.at(grounds.at()));
        row.put("hear", Moments.at(grounds.hearUntil()));
        row.put("earlier", yellows == null ? null : yellows.earlier().value());
        row.put("later", yellows == null ? null : yellows.later().value());
        jdbc.sql("""
                        insert into quality.card
                          (bureau, id, number, unit, staff, proposed, severity, state, words, counted, rules, proposed_by,
                           proposed_at, hear_until, earlier_yellow, later_yellow)
                        values (:bureau, :id, :number, :unit, :staff, :severity, :severity, :state, :words, :counted, :rules,
                                :by, :at, :hear, :earlier, :later)
                        """).params(row).update();
        jdbc.sql("insert into quality.card_ticket (bureau, card, ticket) select ?, ?, unnest(?::uuid[])")
                .params(
                        bureau.value(),
                        card.id().value(),
                        tickets.stream().map(TicketId::value).toArray(UUID[]::new))
                .update();
    }

    /** The cards that were given for any of these complaints. */
    List<UUID> about(BureauId bureau, Collection<TicketId> tickets) {
        return jdbc.sql("select distinct card from quality.card_ticket where bureau = ? and ticket = any(?)")
                .params(bureau.value(), tickets.stream().map(TicketId::value).toArray(UUID[]::new))
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Writes what a card has become; false where something has happened to it since it was read. */
    boolean update(BureauId bureau, QualityCard card) {
        QualityCard.Decided decided = card.decided();
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("bureau", bureau.value());
        row.put("id", card.id().value());
        row.put("version", card.version());
        row.put("severity", card.severity().name());
        row.put("state", card.state().name());
        row.put("by", decided == null ? null : decided.by().value());
        row.put("at", decided == null ? null : Moments.at(decided.at()));
        row.put("until", decided == null ? null : Moments.atOrNull(decided.appealUntil()));
        row.put("expires", decided == null ? null : Moments.atOrNull(decided.expiresAt()));
        row.put("appealed", decided == null ? null : Moments.atOrNull(decided.appealedAt()));
        row.put(
                "appealBy",
                decided == null || decided.appealBy() == null
                        ? null
                        : decided.appealBy().value());
        return jdbc.sql("""
                        update quality.card
                           set severity = :severity, state = :state, decided_by = :by, decided_at = :at,
                               appeal_until = :until, expires_at = :expires, appealed_at = :appealed,
                               appeal_decided_by = :appealBy, version = version + 1
                         where bureau = :bureau and id = :id and version = :version
                        """).params(row).update() == 1;
    }

    void add(BureauId bureau, CardId card, CardEvent event) {
        jdbc.sql("""
                        insert into quality.card_step (bureau, card, at, staff, what, words, severity)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        bureau.value(),
                        card.value(),
                        Moments.at(event.at()),
                        event.by().value(),
                        event.what(),
                        event.words(),
                        event.severity().name())
                .update();
    }

    List<CardEvent> history(BureauId bureau, CardId card) {
        return jdbc.sql(
                        "select at, staff, what, words, severity from quality.card_step where bureau = ? and card = ? order by seq")
                .params(bureau.value(), card.value())
                .query((row, n) -> new CardEvent(
                        Moments.get(row, "at"),
                        new StaffId(row.getObject("staff", UUID.class)),
                        row.getString("what"),
                        row.getString("words"),
                        Severity.valueOf(row.getString("severity"))))
                .list();
    }

    List<TicketId> tickets(BureauId bureau, CardId card) {
        return jdbc.sql("select ticket from quality.card_ticket where bureau = ? and card = ? order by ticket")
                .params(bureau.value(), card.value())
                .query((row, n) -> new TicketId(row.getObject(1, UUID.class)))
                .list();
    }

    Optional<QualityCard> find(BureauId bureau, CardId id) {
        return list(bureau, "c.id = :id", Map.of("id", id.value())).stream().findFirst();
    }

    /** Those that a condition selects, in its order. */
    List<QualityCard> list(BureauId bureau, String where, Map<String, ?> params) {
        return jdbc.sql("select c.* from quality.card c where c.bureau = :bureau and " + where)
                .param("bureau", bureau.value())
                .params(params)
                .query(QualityCardRows::card)
                .list();
    }

    Map<Severity, Long> standing(BureauId bureau, Instant from, Instant until) {
        Map<Severity, Long> counts = new EnumMap<>(Severity.class);
        jdbc.sql("""
                        select severity, count(*) from quality.card
                         where bureau = ? and state = 'STANDS' and decided_at >= ? and decided_at < ? group by severity
                        """)
                .params(bureau.value(), Moments.at(from), Moments.at(until))
                .query(row -> {
                    counts.put(Severity.valueOf(row.getString(1)), row.getLong(2));
                });
        return counts;
    }

    private static QualityCard card(ResultSet row, int n) throws SQLException {
        UUID staff = row.getObject("staff", UUID.class);
        UUID by = row.getObject("decided_by", UUID.class);
        UUID appealBy = row.getObject("appeal_decided_by", UUID.class);
        UUID earlier = row.getObject("earlier_yellow", UUID.class);
        return new QualityCard(
                new CardId(row.getObject("id", UUID.class)),
                row.getInt("number"),
                new UnitId(row.getObject("unit", UUID.class)),
                staff == null ? null : new StaffId(staff),
                Severity.valueOf(row.getString("proposed")),
                Severity.valueOf(row.getString("severity")),
                CardState.valueOf(row.getString("state")),
                new QualityCard.Grounds(
                        row.getString("words"),
                        row.getInt("counted"),
                        row.getString("rules"),
                        new StaffId(row.getObject("proposed_by", UUID.class)),
                        Moments.get(row, "proposed_at"),
                        Moments.get(row, "hear_until")),
                by == null
                        ? null
                        : new QualityCard.Decided(
                                new StaffId(by),
                                Moments.get(row, "decided_at"),
                                Moments.find(row, "appeal_until"),
                                Moments.find(row, "expires_at"),
                                Moments.find(row, "appealed_at"),
                                appealBy == null ? null : new StaffId(appealBy)),
                earlier == null
                        ? null
                        : new QualityCard.Yellows(
                                new CardId(earlier), new CardId(row.getObject("later_yellow", UUID.class))),
                row.getInt("version"));
    }
}
