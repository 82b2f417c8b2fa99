package org.redress.desk.ticket;

import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.StaffMember;
import org.redress.platform.web.Problem;
import org.springframework.stereotype.Component;

/** What is found out, said and agreed about an open ticket, and who answers for it: what each asks for, and what it writes. */
@Component
class Changes {

    private final ChangeWriter writer;
    private final Stories stories;
    private final ReplyClocks clocks;
    private final Suggestions suggestions;
    private final Clock clock;

    Changes(ChangeWriter writer, Stories stories, ReplyClocks clocks, Suggestions suggestions, Clock clock) {
        this.writer = writer;
        this.stories = stories;
        this.clocks = clocks;
        this.suggestions = suggestions;
        this.clock = clock;
    }

    StepResult classify(Actor actor, TicketId id, int version, String type, Diagnosis diagnosis) {
        if (!suggestions.exists(actor, type)) {
            throw Problem.invalid("ticket.type.unknown", "type");
        }
        Diagnosis said = diagnosis.checked();
        return writer.whileOpen(
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
        StepResult result = writer.whileOpen(actor, id, version, ticket -> {
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
        return writer.whileOpen(
                actor,
                id,
                version,
                ticket ->
                        Change.write(Happening.of(ticket, "settle", words, null), Change.columns("settlement", words)));
    }

    StepResult find(Actor actor, TicketId id, int version, Verdict verdict, String why) {
        String reason = Wording.required(why, "reason", Wording.LONGEST_REASON);
        return writer.whileOpen(
                actor,
                id,
                version,
                ticket -> Change.write(
                        Happening.of(ticket, "find", reason, verdict.name()),
                        Change.columns("verdict", verdict.name(), "verdict_reason", reason)));
    }

    StepResult consent(Actor actor, TicketId id, int version, Consent consent) {
        return writer.whileOpen(
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
        return writer.change(
                actor,
                seen,
                version,
                ChangeWriter.openOnly(ticket -> Change.write(
                        Happening.of(ticket, what, reason, receiver.id().value().toString()),
                        Change.columns(
                                "responsible",
                                receiver.id().value(),
                                "unit",
                                receiver.unit().value(),
                                "taken_at",
                                now()))));
    }

    private Object now() {
        return Moments.at(clock.instant());
    }
}
