package org.redress.improve.quality.card;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
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

/**
 * At whose door an upheld complaint lies: at that of its ticket's unit, until a card lays it at another one. A card that came
 * to nothing lays it at none.
 */
@Repository
class CardDoors {

    private static final String LIVE = "k.state not in ('DROPPED', 'WITHDRAWN', 'LIFTED')";

    private static final String CARD_OF = """
            (select k.unit, k.staff, k.number from quality.card_ticket t
               join quality.card k on k.bureau = t.bureau and k.id = t.card
              where t.bureau = f.bureau and t.ticket = f.ticket and %s order by k.number limit 1)
            """.formatted(LIVE);

    /** Every complaint upheld within the window, with the door at which it lies. */
    static final String LAID = """
            select f.ticket, coalesce(c.unit, f.unit) as unit, c.staff
              from quality.fact f left join lateral %s c on true
             where f.bureau = :bureau and f.upheld and f.judged_at > :since
               and (c.number is not null
                    or not exists (select from quality.card_ticket t
                                     join quality.card k on k.bureau = t.bureau and k.id = t.card
                                    where t.bureau = f.bureau and t.ticket = f.ticket and k.state in ('DROPPED', 'LIFTED')))
            """.formatted(CARD_OF);

    /** Upheld complaints that have brought no card, the latest first. */
    static final String DUE = """
            select f.ticket, f.unit, f.type, f.judged_at
              from quality.fact f
             where f.bureau = :bureau and f.upheld and f.judged_at > :since and (f.judged_at, f.ticket) < (:at, :id)
               and not exists (select from quality.card_ticket t
                                 join quality.card k on k.bureau = t.bureau and k.id = t.card
                                where t.bureau = f.bureau and t.ticket = f.ticket and k.state <> 'WITHDRAWN')
             order by f.judged_at desc, f.ticket desc limit :limit
            """;

    private final JdbcClient jdbc;

    CardDoors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A complaint and the door at which it lies. */
    record Laid(TicketId ticket, UnitId unit, @Nullable StaffId staff) {

        boolean at(UnitId other, @Nullable StaffId person) {
            return person == null ? staff == null && unit.equals(other) : person.equals(staff);
        }
    }

    /** An upheld complaint. */
    record Upheld(TicketId ticket, UnitId unit, String type, Instant judgedAt) {}

    List<Laid> laid(BureauId bureau, Instant since) {
        return jdbc.sql(LAID)
                .param("bureau", bureau.value())
                .param("since", Moments.at(since))
                .query((row, n) -> {
                    UUID staff = row.getObject("staff", UUID.class);
                    return new Laid(
                            new TicketId(row.getObject("ticket", UUID.class)),
                            new UnitId(row.getObject("unit", UUID.class)),
                            staff == null ? null : new StaffId(staff));
                })
                .list();
    }

    List<Upheld> due(BureauId bureau, Instant since, Instant at, UUID id, int limit) {
        return jdbc.sql(DUE)
                .param("bureau", bureau.value())
                .param("since", Moments.at(since))
                .param("at", Moments.at(at))
                .param("id", id)
                .param("limit", limit)
                .query(CardDoors::upheld)
                .list();
    }

    Optional<Upheld> find(BureauId bureau, TicketId ticket) {
        return jdbc.sql(
                        "select ticket, unit, type, judged_at from quality.fact where bureau = ? and ticket = ? and upheld")
                .params(bureau.value(), ticket.value())
                .query(CardDoors::upheld)
                .optional();
    }

    /** Whether a complaint has brought a card that has not come to nothing. */
    boolean carded(BureauId bureau, TicketId ticket) {
        return jdbc.sql("""
                        select exists (select from quality.card_ticket t
                                         join quality.card k on k.bureau = t.bureau and k.id = t.card
                                        where t.bureau = ? and t.ticket = ? and %s)
                        """.formatted(LIVE))
                .params(bureau.value(), ticket.value())
                .query(Boolean.class)
                .single();
    }

    private static Upheld upheld(ResultSet row, int n) throws SQLException {
        return new Upheld(
                new TicketId(row.getObject("ticket", UUID.class)),
                new UnitId(row.getObject("unit", UUID.class)),
                row.getString("type"),
                row.getTimestamp("judged_at").toInstant());
    }
}
