package org.redress.desk.recovery.reaction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.RemedyId;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.UnitId;
import org.redress.platform.database.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code recovery.reaction} and {@code recovery.reaction_step}. */
@Repository
class ReactionRows {

    /** Steps that are late, the longest first, after the last one seen. */
    static final String LATE = """
            state = 'OPEN' and due_at < :now and (due_at, ticket, step) > (:due, :ticket, :step)
            order by due_at, ticket, step limit :limit""";

    /** First apologies of a period that count in its figure, the latest begun first, after the last one seen. */
    static final String APOLOGIES = """
            step = 'APOLOGY' and started_at >= :from and (started_at, ticket) < (:at, :ticket)
            and state <> 'SPARED' and (state <> 'OPEN' or due_at < :now)
            order by started_at desc, ticket desc limit :limit""";

    private final JdbcClient jdbc;

    ReactionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether nobody had begun it yet. */
    boolean begin(BureauId bureau, TicketId ticket, int round, Instant at) {
        return jdbc.sql("""
                        insert into recovery.reaction (bureau, ticket, round, identified_at) values (?, ?, ?, ?)
                        on conflict do nothing
                        """)
                        .params(bureau.value(), ticket.value(), round, Moments.at(at))
                        .update()
                == 1;
    }

    /** Holds a reaction until the transaction ends, where there is one. */
    Optional<Ring> hold(BureauId bureau, TicketId ticket) {
        return jdbc.sql("select round, round_at from recovery.reaction where bureau = ? and ticket = ? for update")
                .params(bureau.value(), ticket.value())
                .query((row, n) -> new Ring(row.getInt("round"), Moments.find(row, "round_at")))
                .optional();
    }

    /** Holds the reactions to some tickets until the transaction ends; the tickets that have one. */
    List<UUID> hold(BureauId bureau, Collection<UUID> tickets) {
        return jdbc.sql(
                        "select ticket from recovery.reaction where bureau = ? and ticket = any(?) order by ticket for update")
                .params(bureau.value(), tickets.toArray(UUID[]::new))
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    /** From now on this is the ring that holds. */
    void next(BureauId bureau, TicketId ticket, Ring ring, Instant reopened) {
        jdbc.sql("update recovery.reaction set round = ?, round_at = ? where bureau = ? and ticket = ?")
                .params(ring.round(), Moments.at(reopened), bureau.value(), ticket.value())
                .update();
    }

    /** Writes a step as it stands, the first time or over what stood there. */
    void put(BureauId bureau, StepStanding step) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("bureau", bureau.value());
        row.put("ticket", step.ticket().value());
        row.put("round", step.round());
        row.put("step", step.step().name());
        row.put("unit", step.unit().value());
        row.put("started", Moments.at(step.startedAt()));
        row.put("due", Moments.at(step.dueAt()));
        row.put("state", step.state().name());
        row.put("ended", Moments.atOrNull(step.endedAt()));
        row.put("late", step.late());
        row.put("by", step.by() == null ? null : step.by().value());
        row.put("deed", step.deed() == null ? null : step.deed().name());
        row.put("remedy", step.remedy() == null ? null : step.remedy().value());
        row.put("words", step.words());
        jdbc.sql("""
                        insert into recovery.reaction_step
                          (bureau, ticket, round, step, unit, started_at, due_at, state, ended_at, late, ended_by, deed, remedy, words)
                        values (:bureau, :ticket, :round, :step, :unit, :started, :due, :state, :ended, :late, :by, :deed, :remedy, :words)
                        on conflict (bureau, ticket, round, step) do update
                           set started_at = excluded.started_at, due_at = excluded.due_at, state = excluded.state,
                               ended_at = excluded.ended_at, late = excluded.late, ended_by = excluded.ended_by,
                               deed = excluded.deed, remedy = excluded.remedy, words = excluded.words
                        """).params(row).update();
    }

    /** The steps of the ring that holds. */
    List<StepStanding> of(BureauId bureau, TicketId ticket) {
        return list(
                bureau,
                "ticket = :ticket and round = "
                        + "(select r.round from recovery.reaction r where r.bureau = :bureau and r.ticket = :ticket)",
                Map.of("ticket", ticket.value()));
    }

    /** The steps of the rings before it, the earliest first. */
    List<StepStanding> earlier(BureauId bureau, TicketId ticket) {
        return list(
                bureau,
                "ticket = :ticket and round < "
                        + "(select r.round from recovery.reaction r where r.bureau = :bureau and r.ticket = :ticket)"
                        + " order by round, started_at",
                Map.of("ticket", ticket.value()));
    }

    List<StepStanding> list(BureauId bureau, String where, Map<String, Object> params) {
        return jdbc.sql("select * from recovery.reaction_step where bureau = :bureau and " + where)
                .param("bureau", bureau.value())
                .params(params)
                .query((row, n) -> step(row))
                .list();
    }

    private static StepStanding step(ResultSet row) throws SQLException {
        UUID by = row.getObject("ended_by", UUID.class);
        UUID remedy = row.getObject("remedy", UUID.class);
        String deed = row.getString("deed");
        return new StepStanding(
                new TicketId(row.getObject("ticket", UUID.class)),
                row.getInt("round"),
                ReactionStep.valueOf(row.getString("step")),
                new UnitId(row.getObject("unit", UUID.class)),
                Moments.get(row, "started_at"),
                Moments.get(row, "due_at"),
                ReactionState.valueOf(row.getString("state")),
                Moments.find(row, "ended_at"),
                row.getBoolean("late"),
                by == null ? null : new StaffId(by),
                deed == null ? null : ReactionDeed.valueOf(deed),
                remedy == null ? null : new RemedyId(remedy),
                row.getString("words"));
    }
}
