package org.redress.desk.ticket;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.redress.ground.commitment.PauseReason;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.StaffMember;
import org.redress.platform.web.Problem;
import org.springframework.stereotype.Component;

/** The changes of one ticket: what each of them asks for, and what it writes. */
@Component
class Changes {

    private final TicketRows rows;
    private final Stories stories;
    private final ReplyClocks clocks;
    private final ClosingRule closing;
    private final Suggestions suggestions;
    private final Chronicle chronicle;
    private final ReopenPeriod period;
    private final Clock clock;

    Changes(
            TicketRows rows,
            Stories stories,
            ReplyClocks clocks,
            ClosingRule closing,
            Suggestions suggestions,
            Chronicle chronicle,
            ReopenPeriod period,
            Clock clock) {
        this.rows = rows;
        this.stories = stories;
        this.clocks = clocks;
        this.closing = closing;
        this.suggestions = suggestions;
        this.chronicle = chronicle;
        this.period = period;
        this.clock = clock;
    }

    /** Whoever takes it first answers for it. The pool of what nobody has taken is open to all who may work on tickets. */
    StepResult take(Actor actor, TicketId id) {
        actor.require(Action.WRITE, Reach.KIND);
        Ticket seen = rows.get(actor, id);
        return change(actor, seen, seen.version(), ticket -> {
            if (ticket.taken()) {
                return ticket.responsible().equals(actor.staff())
                        ? new Change.Nothing()
                        : Change.forbidden("ticket.refused.taken");
            }
            return ticket.state().open()
                    ? Change.write(Happening.of(ticket, "take", null, null), taking(actor))
                    : Change.forbidden("ticket.refused.ended");
        });
    }

    private Map<String, @Nullable Object> taking(Actor actor) {
        return Change.columns(
                "responsible", actor.staff().value(), "unit", actor.unit().value(), "taken_at", now());
    }

    StepResult step(Actor actor, TicketId id, int version, Step step, @Nullable String why, PauseReason pause) {
        String reason = step.needsReason()
                ? Wording.required(why, "reason", Wording.LONGEST_REASON)
                : Wording.optional(why, "reason", Wording.LONGEST_REASON);
        return change(actor, rows.get(actor, id, Action.WRITE), version, ticket -> {
            if (!step.from().contains(ticket.state())) {
                return Change.forbidden("ticket.refused.step");
            }
            if (step == Step.REOPEN && period.over(actor, ticket)) {
                return Change.forbidden("ticket.refused.reopen");
            }
            List<String> missing = switch (step) {
                case RESOLVE -> closing.unresolved(actor, ticket);
                case REJECT, CANCEL -> closing.unended(actor, ticket, step);
                default -> List.of();
            };
            if (!missing.isEmpty()) {
                return new Change.Forbidden(missing, List.of());
            }
            Map<String, @Nullable Object> columns =
                    Change.columns("state", step.to().wire(), "state_since", now(), "state_reason", reason);
            if (step == Step.START && !ticket.taken()) {
                columns.putAll(taking(actor));
            }
            switch (step) {
                case RESOLVE -> columns.put("resolved_at", now());
                case REOPEN -> {
                    columns.put("resolved_at", null);
                    columns.put("closed_at", null);
                    columns.put("consent", null);
                    columns.put("reopened", ticket.outcome().reopened() + 1);
                }
                case REJECT, CANCEL -> columns.put("closed_at", now());
                default -> {}
            }
            return new Change.Write(
                    Happening.of(ticket, step, reason), columns, onClock(actor, ticket, step, pause, reason));
        });
    }

    private Change.OnClock onClock(Actor actor, Ticket ticket, Step step, PauseReason pause, @Nullable String reason) {
        boolean runs = ticket.reply().dueAt() != null;
        boolean stands = ticket.reply().paused();
        boolean awaited = ticket.reply().awaited();
        return switch (step) {
            case PEND, HOLD -> id -> runs ? clocks.pause(actor, id, pause, reason == null ? "" : reason) : null;
            case RESUME -> id -> stands ? clocks.resume(actor, id) : null;
            case REJECT, CANCEL -> id -> awaited ? clocks.cancel(actor, id) : null;
            // The customer is not content: a reply is owed from now on, if not since before.
            case REOPEN ->
                id -> awaited ? null : clocks.start(actor, id, ticket.unit(), ticket.kind(), clock.instant());
            // That it is put right is no answer: the clock runs until the customer has been told.
            case START, RESOLVE, CLOSE -> id -> null;
        };
    }

    StepResult close(
            Actor actor, TicketId id, int version, @Nullable String withoutAnswer, @Nullable String withoutSettlement) {
        String noAnswer = Wording.optional(withoutAnswer, "withoutAnswer", Wording.LONGEST_REASON);
        String noSettlement = Wording.optional(withoutSettlement, "withoutSettlement", Wording.LONGEST_REASON);
        return change(actor, rows.get(actor, id, Action.WRITE), version, ticket -> {
            if (!Step.CLOSE.from().contains(ticket.state())) {
                return Change.forbidden("ticket.refused.step");
            }
            List<TicketNumber> unanswered = closing.unanswered(actor, ticket);
            List<String> missing = closing.missing(actor, ticket, noAnswer, noSettlement, !unanswered.isEmpty());
            if (!missing.isEmpty()) {
                return new Change.Forbidden(missing, unanswered);
            }
            return new Change.Write(
                    Happening.of(ticket, Step.CLOSE, null),
                    Change.columns(
                            "state",
                            TicketState.CLOSED.wire(),
                            "state_since",
                            now(),
                            "state_reason",
                            null,
                            "closed_at",
                            now(),
                            "without_answer",
                            ticket.reply().owed() ? noAnswer : null,
                            "without_settlement",
                            ticket.outcome().settlement() == null ? noSettlement : null),
                    one -> ticket.reply().awaited() ? clocks.stop(actor, one, clock.instant()) : null);
        });
    }

    StepResult classify(Actor actor, TicketId id, int version, String type, Diagnosis diagnosis) {
        if (!suggestions.exists(actor, type)) {
            throw Problem.invalid("ticket.type.unknown", "type");
        }
        Diagnosis said = diagnosis.checked();
        return whileOpen(
                actor,
                id,
                version,
                ticket -> Change.write(
                        Happening.of(ticket, "classify", null, type),
                        Change.columns(
                                "failure_type",
                                type,
                                "failure_kind",
                                said.kind() == null ? null : said.kind().name(),
                                "kind_evidence",
                                said.kind() == null ? null : said.kindEvidence(),
                                "attribution",
                                said.attribution() == null
                                        ? null
                                        : said.attribution().name(),
                                "attribution_evidence",
                                said.attribution() == null ? null : said.attributionEvidence(),
                                "classified_by",
                                actor.staff().value(),
                                "classified_at",
                                now())));
    }

    StepResult answer(Actor actor, TicketId id, int version, Channel channel, String text) {
        String words = Wording.required(text, "text", Wording.LONGEST_TEXT);
        StepResult result = whileOpen(actor, id, version, ticket -> {
            Map<String, @Nullable Object> columns =
                    ticket.reply().answeredAt() == null ? Change.columns("answered_at", now()) : Change.columns();
            return new Change.Write(
                    Happening.of(ticket, "answer", null, channel.name()),
                    columns,
                    one -> ticket.reply().awaited() ? clocks.stop(actor, one, clock.instant()) : null);
        });
        if (result instanceof StepResult.Done) {
            stories.addAnswer(actor, id, channel, words);
        }
        return result;
    }

    StepResult settle(Actor actor, TicketId id, int version, String text) {
        String words = Wording.required(text, "text", Wording.LONGEST_TEXT);
        return whileOpen(
                actor,
                id,
                version,
                ticket ->
                        Change.write(Happening.of(ticket, "settle", words, null), Change.columns("settlement", words)));
    }

    StepResult find(Actor actor, TicketId id, int version, Verdict verdict, String why) {
        String reason = Wording.required(why, "reason", Wording.LONGEST_REASON);
        return whileOpen(
                actor,
                id,
                version,
                ticket -> Change.write(
                        Happening.of(ticket, "find", reason, verdict.name()),
                        Change.columns("verdict", verdict.name(), "verdict_reason", reason)));
    }

    StepResult consent(Actor actor, TicketId id, int version, Consent consent) {
        return whileOpen(
                actor,
                id,
                version,
                ticket -> ticket.reply().answeredAt() == null
                        ? Change.forbidden("ticket.refused.unanswered")
                        : Change.write(
                                Happening.of(ticket, "consent", null, consent.name()),
                                Change.columns("consent", consent.name())));
    }

    /** Lets somebody else answer for an open ticket from now on. */
    StepResult give(Actor actor, Ticket seen, int version, StaffMember receiver, String what, String reason) {
        return change(
                actor,
                seen,
                version,
                openOnly(ticket -> Change.write(
                        Happening.of(ticket, what, reason, receiver.id().value().toString()),
                        Change.columns(
                                "responsible",
                                receiver.id().value(),
                                "unit",
                                receiver.unit().value(),
                                "taken_at",
                                now()))));
    }

    private StepResult whileOpen(Actor actor, TicketId id, int version, Function<Ticket, Change> rule) {
        return change(actor, rows.get(actor, id, Action.WRITE), version, openOnly(rule));
    }

    private static Function<Ticket, Change> openOnly(Function<Ticket, Change> rule) {
        return ticket -> ticket.state().open() ? rule.apply(ticket) : Change.forbidden("ticket.refused.ended");
    }

    /**
     * The one way in which a ticket is changed. What others have changed since the person looked does not stand in the way
     * as long as they touched something else.
     */
    private StepResult change(Actor actor, Ticket now, int seen, Function<Ticket, Change> rule) {
        boolean moved = now.version() != seen;
        return switch (rule.apply(now)) {
            case Change.Nothing() -> new StepResult.Done(now);
            case Change.Forbidden(List<String> reasons, List<TicketNumber> unanswered) ->
                moved ? new StepResult.Stale(now) : new StepResult.Refused(now, reasons, unanswered);
            case Change.Write write ->
                moved && rows.touched(actor, now.id(), seen, write.touched())
                        ? new StepResult.Stale(now)
                        : write(actor, now, write)
                                .orElseGet(() -> change(actor, rows.getAnyhow(actor, now.id()), seen, rule));
        };
    }

    /** Empty where somebody else was faster by a moment. */
    private Optional<StepResult> write(Actor actor, Ticket seen, Change.Write write) {
        if (!rows.write(actor, seen.id(), seen.version(), write.columns())) {
            return Optional.empty();
        }
        ReplyNow reply = write.reply().apply(seen.id().value());
        if (reply != null) {
            rows.writeReply(actor, seen.id(), reply.columns());
        }
        Ticket after = rows.getAnyhow(actor, seen.id());
        chronicle.write(actor, write.happening().touching(after.version(), write.touched()), after);
        return Optional.of(new StepResult.Done(after));
    }

    private Object now() {
        return Moments.at(clock.instant());
    }
}
