package org.redress.desk.dispute;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.DecidedDispute;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.StaffId;
import org.redress.ground.party.CustomerId;
import org.redress.platform.database.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code dispute.claim} with the evidence of each; what happened is in {@link ClaimEvents}. */
@Repository
class ClaimRows {

    /** Open ones by when evidence is due, after the last one seen. */
    static final String DUE = "state = 'OPEN' and (due_at, id) > (:due, :id) order by due_at, id limit :limit";

    /** Those that their limit decides now. */
    static final String UNPROVED = """
            state = 'OPEN' and proved_at is null and not late and due_at < :now and (due_at, id) > (:due, :id)
            order by due_at, id limit :limit
            """;

    static final String OF_TICKET = "ticket = :ticket order by opened_at, id";

    private static final String GRANTED =
            "select ticket, currency, sum(granted) as granted, max(decided_at) as decided_at from dispute.claim";

    static final String NOT_OWED =
            GRANTED + " where bureau = ? and ticket = any(?) and state = 'CUSTOMER' group by ticket, currency";

    static final String NOT_OWED_BY = GRANTED + """
             where bureau = ? and customer = ? and state = 'CUSTOMER' and decided_at >= ? group by ticket, currency
            """;

    private final JdbcClient jdbc;

    ClaimRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(BureauId bureau, Claim one) {
        jdbc.sql("""
                        insert into dispute.claim
                          (bureau, id, ticket, item, customer, reason, words, sum, currency, kept_until, late, opened_by,
                           opened_at, due_at, state)
                        select :bureau, :id, :ticket, :item, b.customer, :reason, :words, :sum, :currency, :kept, :late, :by,
                               :at, :due, 'OPEN'
                          from dispute.item i join dispute.bill b on b.bureau = i.bureau and b.id = i.bill
                         where i.bureau = :bureau and i.id = :item
                        """)
                .param("bureau", bureau.value())
                .param("id", one.id().value())
                .param("ticket", one.ticket().value())
                .param("item", one.item().value())
                .param("reason", one.reason().name())
                .param("words", one.words())
                .param("sum", one.sum().getAmount())
                .param("currency", one.sum().getCurrencyUnit().getCode())
                .param("kept", one.keptUntil())
                .param("late", one.late())
                .param("by", one.openedBy().value())
                .param("at", Moments.at(one.openedAt()))
                .param("due", Moments.at(one.dueAt()))
                .update();
    }

    /** Writes another reason, or a decision, or that there is none any more; false where somebody else was faster. */
    boolean update(BureauId bureau, Claim before, Reason reason, ClaimState state, Claim.@Nullable Decision decision) {
        Money granted = decision == null ? null : decision.granted();
        PostingId adjustment = decision == null ? null : decision.adjustment();
        return jdbc.sql("""
                        update dispute.claim
                           set reason = :reason, state = :state, granted = :granted, why = :why, decided_by = :by,
                               decided_at = :at, itself = :itself, adjustment = :adjustment, version = version + 1
                         where bureau = :bureau and id = :id and version = :version
                        """)
                        .param("reason", reason.name())
                        .param("state", state.name())
                        .param("granted", granted == null ? null : granted.getAmount())
                        .param("why", decision == null ? null : decision.why())
                        .param("by", decision == null ? null : decision.by().value())
                        .param("at", decision == null ? null : Moments.at(decision.at()))
                        .param("itself", decision != null && decision.itself())
                        .param("adjustment", adjustment == null ? null : adjustment.value())
                        .param("bureau", bureau.value())
                        .param("id", before.id().value())
                        .param("version", before.version())
                        .update()
                == 1;
    }

    /** Adds evidence; false where somebody else has changed the claim. */
    boolean prove(BureauId bureau, Claim before, Evidence evidence) {
        int moved = jdbc.sql("""
                        update dispute.claim set proved_at = coalesce(proved_at, ?), version = version + 1
                         where bureau = ? and id = ? and version = ? and state = 'OPEN'
                        """)
                .params(Moments.at(evidence.at()), bureau.value(), before.id().value(), before.version())
                .update();
        if (moved == 1) {
            jdbc.sql("""
                            insert into dispute.evidence (bureau, claim, seq, kind, words, reference, given_by, given_at)
                            values (?, ?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(
                            bureau.value(),
                            before.id().value(),
                            before.evidence().size() + 1,
                            evidence.kind().name(),
                            evidence.words(),
                            evidence.reference(),
                            evidence.by().value(),
                            Moments.at(evidence.at()))
                    .update();
        }
        return moved == 1;
    }

    /** One, held for this transaction so that two changes follow one another. */
    Optional<Claim> held(BureauId bureau, ClaimId id) {
        return list(bureau, "id = :id for update", Map.of("id", id.value())).stream()
                .findFirst();
    }

    Optional<Claim> find(BureauId bureau, ClaimId id) {
        return list(bureau, "id = :id", Map.of("id", id.value())).stream().findFirst();
    }

    List<Claim> of(BureauId bureau, TicketId ticket) {
        return list(bureau, OF_TICKET, Map.of("ticket", ticket.value()));
    }

    List<Claim> of(BureauId bureau, Collection<UUID> ids) {
        return list(bureau, "id = any(:ids)", Map.of("ids", ids.toArray(UUID[]::new)));
    }

    boolean openOn(BureauId bureau, TicketId ticket) {
        return jdbc.sql("select exists (select from dispute.claim where bureau = ? and ticket = ? and state = 'OPEN')")
                .params(bureau.value(), ticket.value())
                .query(Boolean.class)
                .single();
    }

    /** Which of these tickets have an open claim. */
    List<TicketId> openOn(BureauId bureau, Collection<UUID> tickets) {
        return jdbc.sql(
                        "select distinct ticket from dispute.claim where bureau = ? and ticket = any(?) and state = 'OPEN'")
                .params(bureau.value(), tickets.toArray(UUID[]::new))
                .query((row, n) -> new TicketId(row.getObject(1, UUID.class)))
                .list();
    }

    /** What stands as not owed on these tickets, by ticket and currency. */
    List<DecidedDispute> notOwed(BureauId bureau, Collection<TicketId> tickets, ZoneId zone) {
        return jdbc.sql(NOT_OWED)
                .params(bureau.value(), tickets.stream().map(TicketId::value).toArray(UUID[]::new))
                .query((row, n) -> decided(row, zone))
                .list();
    }

    /** What stands as not owed on a customer's bills by a decision since a day, by ticket and currency. */
    List<DecidedDispute> notOwed(BureauId bureau, CustomerId customer, LocalDate since, ZoneId zone) {
        return jdbc.sql(NOT_OWED_BY)
                .params(
                        bureau.value(),
                        customer.value(),
                        Moments.at(since.atStartOfDay(zone).toInstant()))
                .query((row, n) -> decided(row, zone))
                .list();
    }

    private static DecidedDispute decided(ResultSet row, ZoneId zone) throws SQLException {
        return new DecidedDispute(
                new TicketId(row.getObject("ticket", UUID.class)),
                money(row, "granted"),
                LocalDate.ofInstant(Moments.get(row, "decided_at"), zone));
    }

    /** Those that a condition selects, in its order, with their evidence. */
    List<Claim> list(BureauId bureau, String where, Map<String, ?> params) {
        List<Claim> bare = jdbc.sql("select * from dispute.claim where bureau = :bureau and " + where)
                .param("bureau", bureau.value())
                .params(params)
                .query((row, n) -> claim(row))
                .list();
        if (bare.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<Evidence>> evidence = evidence(bureau, bare);
        return bare.stream()
                .map(one -> with(one, evidence.getOrDefault(one.id().value(), List.of())))
                .toList();
    }

    private Map<UUID, List<Evidence>> evidence(BureauId bureau, List<Claim> claims) {
        Map<UUID, List<Evidence>> evidence = new HashMap<>();
        jdbc.sql("select * from dispute.evidence where bureau = ? and claim = any(?) order by claim, seq")
                .params(
                        bureau.value(),
                        claims.stream().map(one -> one.id().value()).toArray(UUID[]::new))
                .query(row -> {
                    evidence.computeIfAbsent(row.getObject("claim", UUID.class), id -> new ArrayList<>())
                            .add(new Evidence(
                                    Evidence.Kind.valueOf(row.getString("kind")),
                                    row.getString("words"),
                                    row.getString("reference"),
                                    new StaffId(row.getObject("given_by", UUID.class)),
                                    Moments.get(row, "given_at")));
                });
        return evidence;
    }

    private static Claim claim(ResultSet row) throws SQLException {
        ClaimState state = ClaimState.valueOf(row.getString("state"));
        return new Claim(
                new ClaimId(row.getObject("id", UUID.class)),
                new TicketId(row.getObject("ticket", UUID.class)),
                new ItemId(row.getObject("item", UUID.class)),
                Reason.valueOf(row.getString("reason")),
                row.getString("words"),
                money(row, "sum"),
                row.getObject("kept_until", LocalDate.class),
                row.getBoolean("late"),
                new StaffId(row.getObject("opened_by", UUID.class)),
                Moments.get(row, "opened_at"),
                Moments.get(row, "due_at"),
                state,
                state == ClaimState.OPEN ? null : decision(row),
                List.of(),
                row.getInt("version"));
    }

    private static Claim.Decision decision(ResultSet row) throws SQLException {
        UUID adjustment = row.getObject("adjustment", UUID.class);
        return new Claim.Decision(
                row.getBigDecimal("granted") == null ? null : money(row, "granted"),
                row.getString("why"),
                new StaffId(row.getObject("decided_by", UUID.class)),
                Moments.get(row, "decided_at"),
                row.getBoolean("itself"),
                adjustment == null ? null : new PostingId(adjustment));
    }

    private static Claim with(Claim one, List<Evidence> evidence) {
        return new Claim(
                one.id(),
                one.ticket(),
                one.item(),
                one.reason(),
                one.words(),
                one.sum(),
                one.keptUntil(),
                one.late(),
                one.openedBy(),
                one.openedAt(),
                one.dueAt(),
                one.state(),
                one.decision(),
                evidence,
                one.version());
    }

    private static Money money(ResultSet row, String column) throws SQLException {
        CurrencyUnit currency = CurrencyUnit.of(row.getString("currency"));
        return Money.of(currency, row.getBigDecimal(column).setScale(currency.getDecimalPlaces()));
    }
}
