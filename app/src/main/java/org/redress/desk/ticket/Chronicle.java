package org.redress.desk.ticket;

import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Actor;
import org.redress.ground.trail.Deed;
import org.redress.ground.trail.Trail;
import org.redress.platform.jobs.Outbox;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes down what happened, in the transaction in which it happened: history, trail and outbox. */
@Component
class Chronicle {

    private final JdbcTemplate batch;
    private final Trail trail;
    private final Outbox outbox;
    private final Clock clock;

    Chronicle(JdbcTemplate batch, Trail trail, Outbox outbox, Clock clock) {
        this.batch = batch;
        this.trail = trail;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** One change of one ticket, and the ticket after it. */
    void write(Actor actor, Happening happening, Ticket after) {
        write(actor, "ticket." + happening.what(), List.of(happening), List.of(fact(after)));
    }

    /** A change that leaves every fact of the ticket as it was: nobody else is told. */
    void writeQuietly(Actor actor, Happening happening) {
        write(actor, "ticket." + happening.what(), List.of(happening), List.of());
    }

    /** Somebody else answers for a ticket from now on. */
    void handedOn(Actor actor, Ticket after) {
        outbox.add(
                actor.bureau().value(),
                TicketHandedOn.TOPIC,
                new TicketHandedOn(after.id().value()).json());
    }

    /**
     * Many changes at once.
     *
     * @param deed name in the trail
     * @param facts the tickets after the changes; at most one message is sent
     */
    void write(Actor actor, String deed, List<Happening> happenings, List<TicketChanged.Fact> facts) {
        OffsetDateTime now = Moments.at(clock.instant());
        batch.batchUpdate("""
                insert into ticket.step (bureau, ticket, at, staff, what, from_state, to_state, why, about, version, touched)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, happenings, 500, (statement, one) -> {
            statement.setInt(1, actor.bureau().value());
            statement.setObject(2, one.ticket());
            statement.setObject(3, now);
            statement.setObject(4, actor.staff().value());
            statement.setString(5, one.what());
            statement.setString(6, wire(one.from()));
            statement.setString(7, one.to().wire());
            statement.setString(8, one.why());
            statement.setString(9, one.about());
            statement.setObject(10, one.version(), Types.INTEGER);
            statement.setArray(
                    11,
                    statement
                            .getConnection()
                            .createArrayOf("text", one.touched().toArray(String[]::new)));
        });
        trail.recordAll(
                actor,
                deed,
                Reach.KIND,
                happenings.stream()
                        .map(one ->
                                new Deed(one.ticket(), "{\"to\":\"" + one.to().wire() + "\"}"))
                        .toList());
        if (!facts.isEmpty()) {
            outbox.add(actor.bureau().value(), TicketChanged.TOPIC, new TicketChanged(facts).json());
        }
    }

    private static @Nullable String wire(@Nullable TicketState state) {
        return state == null ? null : state.wire();
    }

    private static TicketChanged.Fact fact(Ticket ticket) {
        Ticket.Origin origin = ticket.origin();
        return new TicketChanged.Fact(
                ticket.id().value(),
                ticket.number().value(),
                ticket.version(),
                ticket.kind(),
                ticket.state().wire(),
                origin.channel(),
                origin.place(),
                ticket.unit().value(),
                ticket.classified() == null ? null : ticket.classified().type(),
                ticket.suggestion() == null ? null : ticket.suggestion().type(),
                ticket.customer() == null ? null : ticket.customer().value(),
                origin.receivedAt(),
                ticket.outcome().resolvedAt(),
                ticket.outcome().closedAt(),
                !origin.source().equals(Tickets.DESK),
                course(ticket),
                Wording.alike(ticket.subject()));
    }

    private static TicketChanged.Course course(Ticket ticket) {
        Ticket.Classified classified = ticket.classified();
        Ticket.Outcome outcome = ticket.outcome();
        return new TicketChanged.Course(
                outcome.finding() == null ? null : outcome.finding().verdict(),
                classified == null ? null : classified.attribution(),
                classified == null ? null : classified.kind(),
                ticket.reply().answeredAt(),
                ticket.reply().inTime(),
                outcome.reopened());
    }
}
