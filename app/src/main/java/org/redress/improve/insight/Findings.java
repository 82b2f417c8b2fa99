package org.redress.improve.insight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.TicketState;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Scope;
import org.redress.ground.identity.StaffId;
import org.redress.ground.trail.Trail;
import org.redress.platform.jobs.Outbox;
import org.redress.platform.web.Problem;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The causes found for tickets. The newest finding holds; the others stay as its history. */
@Component
public class Findings {

    private static final int LONGEST_NOTE = 2000;
    private static final Set<TicketState> TOO_EARLY_OR_NONE =
            Set.of(TicketState.ACKNOWLEDGED, TicketState.REJECTED, TicketState.CANCELLED);

    private final JdbcClient jdbc;
    private final Tickets tickets;
    private final CauseRows causes;
    private final Trail trail;
    private final Outbox outbox;
    private final Clock clock;

    Findings(JdbcClient jdbc, Tickets tickets, CauseRows causes, Trail trail, Outbox outbox, Clock clock) {
        this.jdbc = jdbc;
        this.tickets = tickets;
        this.causes = causes;
        this.trail = trail;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Whether a ticket of this kind reports a failure, so that it is not closed without a cause. */
    public static boolean wanted(TicketKind kind) {
        return switch (kind) {
            case COMPLAINT, FAULT, BILL_DISPUTE -> true;
            case ENQUIRY, SUGGESTION, PRAISE -> false;
        };
    }

    /** Names the cause of a ticket in hand, resolved or closed. Naming the same again with the same note changes nothing. */
    @Transactional
    public void name(Actor actor, TicketId id, CauseId cause, String note) {
        Ticket ticket = tickets.get(actor, id);
        if (!mayName(actor, ticket)) {
            throw Problem.forbidden("access.denied");
        }
        if (TOO_EARLY_OR_NONE.contains(ticket.state())) {
            throw Problem.conflict("cause.state");
        }
        String why = note.strip();
        if (why.length() > LONGEST_NOTE) {
            throw Problem.invalid("cause.note", "note", LONGEST_NOTE);
        }
        CauseTree tree = causes.tree(actor.bureau());
        Cause chosen = tree.find(cause).orElseThrow(() -> Problem.absent("cause.absent"));
        List<Finding> before = of(actor, id);
        boolean same = !before.isEmpty() && before.getFirst().cause().equals(cause);
        if (same && before.getFirst().note().equals(why)) {
            return;
        }
        if (!same && !tree.offered().contains(chosen)) {
            throw Problem.invalid("cause.retired", "cause");
        }
        write(actor, id, cause, why, clock.instant());
        trail.record(actor, "cause.name", "ticket", id.value(), "{\"cause\":\"" + chosen.code() + "\"}");
    }

    /** Takes over a cause that was found before this product was here, with the moment of its finding. */
    @Transactional
    public void takeOver(Actor actor, TicketId id, CauseId cause, Instant foundAt) {
        actor.require(Action.MANAGE, Causes.KIND);
        if (foundAt.isAfter(clock.instant())) {
            throw Problem.invalid("cause.future", "foundAt");
        }
        tickets.get(actor, id);
        Cause chosen = causes.tree(actor.bureau()).find(cause).orElseThrow(() -> Problem.absent("cause.absent"));
        write(actor, id, cause, "", foundAt);
        trail.record(actor, "cause.takeover", "ticket", id.value(), "{\"cause\":\"" + chosen.code() + "\"}");
    }

    /** Whoever may write the ticket, and whoever keeps the causes. */
    boolean mayName(Actor actor, Ticket ticket) {
        if (actor.may(Action.WRITE, Causes.KIND)) {
            return true;
        }
        return switch (actor.scope(Action.WRITE, "ticket").orElse(null)) {
            case null -> false;
            case Scope.BUREAU -> true;
            case Scope.UNIT ->
                ticket.unit().equals(actor.unit()) || ticket.responsible().equals(actor.staff());
            case Scope.OWN -> ticket.responsible().equals(actor.staff());
        };
    }

    private void write(Actor actor, TicketId ticket, CauseId cause, String note, Instant now) {
        try {
            jdbc.sql("""
                            insert into insight.finding (bureau, ticket, sequence, cause, note, found_by, found_at)
                            values (:bureau, :ticket,
                                    (select coalesce(max(sequence), 0) + 1 from insight.finding
                                      where bureau = :bureau and ticket = :ticket),
                                    :cause, :note, :by, :at)
                            """)
                    .param("bureau", actor.bureau().value())
                    .param("ticket", ticket.value())
                    .param("cause", cause.value())
                    .param("note", note)
                    .param("by", actor.staff().value())
                    .param("at", now.atOffset(ZoneOffset.UTC))
                    .update();
        } catch (DuplicateKeyException e) {
            throw Problem.conflict("cause.named");
        }
        // A ticket whose first message has not arrived yet gets its cause with that message.
        jdbc.sql("update insight.fact set cause = ?, cause_at = ? where bureau = ? and ticket = ?")
                .params(
                        cause.value(),
                        now.atOffset(ZoneOffset.UTC),
                        actor.bureau().value(),
                        ticket.value())
                .update();
        outbox.add(actor.bureau().value(), CauseNamed.TOPIC, new CauseNamed(ticket.value()).json());
    }

    /** What was found for a ticket, the newest first; empty where nothing was. */
    public List<Finding> of(Actor actor, TicketId ticket) {
        actor.require(Action.READ, Causes.KIND);
        return jdbc.sql("""
                        select cause, note, found_by, found_at from insight.finding
                         where bureau = ? and ticket = ? order by sequence desc
                        """)
                .params(actor.bureau().value(), ticket.value())
                .query(Findings::finding)
                .list();
    }

    private static Finding finding(ResultSet row, int n) throws SQLException {
        return new Finding(
                new CauseId(row.getObject("cause", UUID.class)),
                row.getString("note"),
                new StaffId(row.getObject("found_by", UUID.class)),
                row.getTimestamp("found_at").toInstant());
    }
}
