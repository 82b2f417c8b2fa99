package org.redress.desk.recovery.followup;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.credit.CreditRunId;
import org.redress.desk.recovery.followup.FollowUpResult.Reason;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketState;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Customers;
import org.redress.ground.trail.Trail;
import org.redress.platform.database.Ids;
import org.redress.platform.database.Moments;
import org.redress.platform.web.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Questionnaires after recoveries: one for each time a ticket with a failure is closed. Nobody asks, enters or calls for a
 * matter with which they had to do.
 */
@Component
public class FollowUps {

    /** What the rights are about, and the kind of subject of its clocks and messages. */
    public static final String KIND = "followup";

    private static final String RUN = """
            select count(*), count(asked_at) filter (where state <> 'UNREACHED'), count(answered_at), count(*) filter (where recovery > :bad),
                   count(*) filter (where bad), count(*) filter (where callback = 'OPEN')
              from recovery.follow_up where bureau = :bureau and run = :run
            """;

    private final JdbcClient jdbc;
    private final FollowUpRows rows;
    private final FollowUpRules rules;
    private final AnswerTaking taking;
    private final CallbackClock clocks;
    private final Tickets tickets;
    private final Customers customers;
    private final Trail trail;
    private final Clock clock;

    FollowUps(
            JdbcClient jdbc,
            FollowUpRows rows,
            FollowUpRules rules,
            AnswerTaking taking,
            CallbackClock clocks,
            Tickets tickets,
            Customers customers,
            Trail trail,
            Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.rules = rules;
        this.taking = taking;
        this.clocks = clocks;
        this.tickets = tickets;
        this.customers = customers;
        this.trail = trail;
        this.clock = clock;
    }

    /** The last questionnaire of each of these tickets that has one; one query. */
    public Map<TicketId, FollowUp> of(Actor actor, Collection<TicketId> tickets) {
        actor.require(Action.READ, KIND);
        Map<TicketId, FollowUp> last = new HashMap<>();
        if (!tickets.isEmpty()) {
            rows.of(actor.bureau(), tickets).forEach(one -> last.put(Objects.requireNonNull(one.ticket()), one));
        }
        return last;
    }

    /** The last questionnaire that was answered of each of these tickets, whatever was asked after it; one query. */
    public Map<TicketId, FollowUp> answered(Actor actor, Collection<TicketId> tickets) {
        actor.require(Action.READ, KIND);
        Map<TicketId, FollowUp> last = new HashMap<>();
        if (!tickets.isEmpty()) {
            rows.of(actor.bureau(), tickets).stream()
                    .filter(one -> one.answer() != null)
                    .forEach(one -> last.put(Objects.requireNonNull(one.ticket()), one));
        }
        return last;
    }

    /** How those of these tickets whose customers have answered were put right in their eyes, 1 to 5; one query. */
    public Map<TicketId, Integer> recoveryMarks(Actor actor, Collection<TicketId> tickets) {
        Map<TicketId, Integer> marks = new HashMap<>();
        answered(actor, tickets).forEach((ticket, one) -> {
            Integer mark = Objects.requireNonNull(one.answer()).marks().recovery();
            if (mark != null) {
                marks.put(ticket, mark);
            }
        });
        return marks;
    }

    /** What the customers of a run of credits say of it. */
    public RunAnswers ofRun(Actor actor, CreditRunId run) {
        actor.require(Action.READ, KIND);
        return jdbc.sql(RUN)
                .param("bad", rules.bad(actor))
                .param("bureau", actor.bureau().value())
                .param("run", run.value())
                .query((row, n) -> new RunAnswers(
                        row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4), row.getInt(5), row.getInt(6)))
                .single();
    }

    public FollowUp get(Actor actor, FollowUpId id) {
        actor.require(Action.READ, KIND);
        return rows.find(actor.bureau(), id).orElseThrow(() -> Problem.absent("followup.absent"));
    }

    /** Whether somebody may ask, enter or call: they have had nothing to do with the matter. */
    public boolean apart(Actor actor, FollowUp one) {
        actor.require(Action.READ, KIND);
        return one.answer() == null
                ? !taking.handled(taking.product(actor.bureau()), one).contains(actor.staff())
                : one.apart(actor.staff());
    }

    /** What happened with it, the oldest first. */
    public List<FollowUpStep> steps(Actor actor, FollowUpId id) {
        get(actor, id);
        return rows.steps(actor.bureau(), id);
    }

    /**
     * Asks about a closed ticket that was not planned by itself, e.g. one that came from another system's file: as soon as the
     * product looks, or by whoever enters what they hear. Asked already, that one stands.
     *
     * @throws Problem {@code followup.notyet} where it is not closed or has no customer
     */
    @Transactional
    public FollowUp ask(Actor actor, TicketId id) {
        actor.require(Action.WRITE, KIND);
        Ticket ticket = tickets.get(actor, id);
        CustomerId customer = ticket.customer();
        if (customer == null || ticket.state() != TicketState.CLOSED) {
            throw Problem.conflict("followup.notyet");
        }
        Instant now = now();
        FollowUpId fresh = new FollowUpId(Ids.next());
        Instant closed = Objects.requireNonNullElse(ticket.outcome().closedAt(), now);
        if (rows.plan(actor.bureau(), fresh.value(), id, ticket.outcome().reopened(), customer, closed, now)) {
            write(actor, fresh, FollowUpStep.What.PLANNED, "followup.ask", "", now);
        }
        return Objects.requireNonNull(of(actor, List.of(id)).get(id));
    }

    /**
     * Enters what somebody heard from the customer, by telephone or at a counter.
     *
     * @throws Problem {@code followup.own} where they had to do with the matter; of a mark, with its field
     */
    @Transactional
    public FollowUpResult enter(Actor actor, FollowUpId id, Channel way, Marks marks, @Nullable String words) {
        actor.require(Action.WRITE, KIND);
        FollowUp asked = get(actor, id);
        return taking.take(taking.product(actor.bureau()), asked, marks, words, actor.staff(), way)
                ? done(actor, id)
                : new FollowUpResult.Refused(Reason.CLOSED);
    }

    /**
     * Enters what a customer without a failure says of the service, so that there is something to compare with: of each customer
     * as seldom as anybody is asked.
     *
     * @throws Problem {@code followup.compared} where this customer has said it lately; of a mark, with its field
     */
    @Transactional
    public FollowUp compare(Actor actor, CustomerId customer, Channel way, Marks marks, @Nullable String words) {
        actor.require(Action.WRITE, KIND);
        if (customers.cards(actor, List.of(customer)).isEmpty()) {
            throw Problem.absent("customer.absent");
        }
        Instant now = now();
        if (rows.comparedSince(actor.bureau(), customer, rules.pausedSince(actor, now))) {
            throw Problem.conflict("followup.compared");
        }
        FollowUpId id = new FollowUpId(Ids.next());
        jdbc.sql("""
                        insert into recovery.follow_up (bureau, id, customer, state, closed_at)
                        values (?, ?, ?, 'PLANNED', ?)
                        """)
                .params(actor.bureau().value(), id.value(), customer.value(), Moments.at(now))
                .update();
        FollowUp asked = get(actor, id);
        if (!taking.take(taking.product(actor.bureau()), asked, marks, words, actor.staff(), way)) {
            throw new IllegalStateException("nobody else knows " + id);
        }
        return get(actor, id);
    }

    /** Takes a call over: one that nobody has, or another one's. */
    @Transactional
    public FollowUpResult takeOver(Actor actor, FollowUpId id, int version) {
        FollowUp held = held(actor, id);
        if (held.callback() == null || !held.callback().open()) {
            return new FollowUpResult.Refused(Reason.NO_CALL);
        }
        if (held.version() != version) {
            return new FollowUpResult.Refused(Reason.MOVED);
        }
        if (actor.staff().equals(held.callback().assigned())) {
            return new FollowUpResult.Done(held);
        }
        rows.set(
                actor.bureau(),
                id,
                "assigned = :who",
                params("who", actor.staff().value()));
        write(actor, id, FollowUpStep.What.TAKEN, "followup.take", "", now());
        return done(actor, id);
    }

    /**
     * Somebody called: what it came to.
     *
     * @param result in their words; {@link Problem} {@code followup.result} where there are none
     */
    @Transactional
    public FollowUpResult called(Actor actor, FollowUpId id, int version, String result) {
        FollowUp held = held(actor, id);
        String words = AnswerTaking.words(result, "result");
        if (words.isEmpty()) {
            throw Problem.invalid("followup.result", "result");
        }
        if (held.callback() == null || !held.callback().open()) {
            return new FollowUpResult.Refused(Reason.NO_CALL);
        }
        if (held.version() != version) {
            return new FollowUpResult.Refused(Reason.MOVED);
        }
        Instant now = now();
        rows.set(
                actor.bureau(),
                id,
                "callback = 'DONE', done_by = :who, done_at = :now, result = :result",
                params("who", actor.staff().value(), "now", Moments.at(now), "result", words));
        write(actor, id, FollowUpStep.What.CALLED, "followup.called", "", now);
        clocks.stop(taking.product(actor.bureau()), id, now);
        return done(actor, id);
    }

    /** Held until the transaction ends; not by whoever had to do with the matter. */
    private FollowUp held(Actor actor, FollowUpId id) {
        actor.require(Action.READ, KIND);
        actor.require(Action.WRITE, KIND);
        FollowUp held = rows.hold(actor.bureau(), id).orElseThrow(() -> Problem.absent("followup.absent"));
        if (!held.apart(actor.staff())) {
            throw Problem.forbidden("followup.own");
        }
        return held;
    }

    private void write(Actor actor, FollowUpId id, FollowUpStep.What what, String deed, String words, Instant now) {
        rows.step(actor.bureau(), id, actor.staff(), what, words, now);
        trail.record(actor, deed, KIND, id.value(), "{}");
    }

    private FollowUpResult done(Actor actor, FollowUpId id) {
        return new FollowUpResult.Done(get(actor, id));
    }

    private static Map<String, @Nullable Object> params(@Nullable Object... namesAndValues) {
        return FollowUpRows.params(namesAndValues);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
