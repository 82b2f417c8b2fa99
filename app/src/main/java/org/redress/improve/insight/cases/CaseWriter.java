package org.redress.improve.insight.cases;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.Remedies;
import org.redress.desk.recovery.Remedy;
import org.redress.desk.recovery.followup.FollowUps;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketState;
import org.redress.desk.ticket.TicketStory;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Standing;
import org.redress.ground.party.Standings;
import org.redress.ground.trail.Trail;
import org.redress.improve.insight.CauseId;
import org.redress.improve.insight.Finding;
import org.redress.improve.insight.Findings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes the case of a ticket as the ticket stands now; again without a change in between writes nothing. A ticket teaches
 * something once it is closed and either something was given, or its cause is named and it was answered or settled. What came
 * closed from another system was so, though nobody told us the words.
 */
@Component
class CaseWriter {

    private final Tickets tickets;
    private final Remedies remedies;
    private final Findings findings;
    private final FollowUps followUps;
    private final Standings standings;
    private final PersonalCovers covers;
    private final CaseRows rows;
    private final CaseTermRows terms;
    private final Trail trail;
    private final Clock clock;

    CaseWriter(
            Tickets tickets,
            Remedies remedies,
            Findings findings,
            FollowUps followUps,
            Standings standings,
            PersonalCovers covers,
            CaseRows rows,
            CaseTermRows terms,
            Trail trail,
            Clock clock) {
        this.tickets = tickets;
        this.remedies = remedies;
        this.findings = findings;
        this.followUps = followUps;
        this.standings = standings;
        this.covers = covers;
        this.rows = rows;
        this.terms = terms;
        this.trail = trail;
        this.clock = clock;
    }

    /** @param why it was asked for: {@code before} where the ticket was closed before there was a case base */
    @Transactional
    public void write(Actor command, TicketId id, String why) {
        Ticket ticket = tickets.get(command, id);
        Optional<RecoveryCase> before = rows.find(command.bureau(), id);
        RecoveryCase now = ticket.state() == TicketState.CLOSED
                ? taught(command, ticket, before.orElse(null))
                : before.map(one -> inDoubt(one, ticket)).orElse(null);
        if (now == null || before.filter(now::equals).isPresent()) {
            return;
        }
        RecoveryCase next = now.revised(before.map(RecoveryCase::revision).orElse(0) + 1);
        rows.write(command.bureau(), next, reason(before.orElse(null), next, why), clock.instant());
        if (before.isEmpty()) {
            terms.add(command.bureau(), next);
        } else {
            terms.write(command.bureau(), next);
        }
        trail.record(command, "case.write", "ticket", id.value(), "{\"revision\":" + next.revision() + "}");
    }

    /** What is new in a revision, as the history tells it by key {@code case.why.WHY}; several messages may have come at once. */
    private static String reason(@Nullable RecoveryCase before, RecoveryCase next, String asked) {
        if (before == null) {
            return asked.equals("before") ? asked : "closed";
        }
        if (before.standing() != next.standing()) {
            return next.standing() ? "closed" : "reopened";
        }
        if (!before.measures().equals(next.measures())) {
            return "remedy";
        }
        if (!Objects.equals(before.cause(), next.cause())) {
            return "cause";
        }
        return before.effect().equals(next.effect()) ? "closed" : "answered";
    }

    /** The ticket is open again: what it taught is not offered until it is closed once more. */
    private static RecoveryCase inDoubt(RecoveryCase one, Ticket ticket) {
        RecoveryCase.Effect known = one.effect();
        return new RecoveryCase(
                one.ticket(),
                one.revision(),
                false,
                one.failure(),
                one.cause(),
                one.handling(),
                one.measures(),
                new RecoveryCase.Effect(known.consent(), ticket.outcome().reopened(), known.satisfied()),
                one.context(),
                one.receivedAt(),
                one.closedAt());
    }

    private @Nullable RecoveryCase taught(Actor command, Ticket ticket, @Nullable RecoveryCase before) {
        List<Remedy> given = remedies.of(command, List.of(ticket.id())).getOrDefault(ticket.id(), List.of());
        CauseId cause = findings.of(command, ticket.id()).stream()
                .findFirst()
                .map(Finding::cause)
                .orElse(null);
        PersonalCover cover = covers.of(command, ticket.customer());
        RecoveryCase.Handling handling = handling(command, ticket, cover);
        boolean handled = !handling.answer().isEmpty()
                || !handling.settlement().isEmpty()
                || ticket.origin().externalNumber() != null;
        if (before == null && given.stream().noneMatch(Remedy::stands) && !(handled && cause != null)) {
            return null;
        }
        Instant received = ticket.origin().receivedAt();
        Instant closed = ticket.outcome().closedAt();
        return new RecoveryCase(
                ticket.id(),
                before == null ? 0 : before.revision(),
                true,
                failure(ticket, cover),
                cause,
                handling,
                given.stream()
                        .filter(CaseWriter::had)
                        .map(one -> measure(one, received))
                        .toList(),
                new RecoveryCase.Effect(
                        ticket.outcome().consent(), ticket.outcome().reopened(), satisfied(command, ticket.id())),
                context(command, ticket, cover),
                received,
                closed == null ? ticket.stateSince() : closed);
    }

    private static RecoveryCase.Failure failure(Ticket ticket, PersonalCover cover) {
        Ticket.Classified classified = ticket.classified();
        return new RecoveryCase.Failure(
                ticket.kind(),
                classified == null ? null : classified.type(),
                classified == null ? null : classified.kind(),
                classified == null ? null : classified.attribution(),
                cover.over(ticket.subject()),
                cover.over(ticket.text()));
    }

    private RecoveryCase.Handling handling(Actor command, Ticket ticket, PersonalCover cover) {
        String answer = tickets.story(command, ticket.id()).entries().stream()
                .filter(TicketStory.Answered.class::isInstance)
                .map(TicketStory.Answered.class::cast)
                .reduce((first, last) -> last)
                .map(TicketStory.Answered::text)
                .orElse("");
        String settlement = ticket.outcome().settlement();
        return new RecoveryCase.Handling(cover.over(answer), settlement == null ? "" : cover.over(settlement));
    }

    /** What still waits for a yes, or got a no, the customer never had. */
    private static boolean had(Remedy one) {
        return one.state() != Remedy.State.PENDING && one.state() != Remedy.State.REFUSED;
    }

    private static RecoveryCase.Measure measure(Remedy one, Instant received) {
        long after = Math.max(0, Duration.between(received, one.givenAt()).toSeconds());
        return new RecoveryCase.Measure(one.kind(), one.sum(), Duration.ofSeconds(after), !one.stands());
    }

    /** How the customer marked what was done, in the last questionnaire that they answered. */
    private @Nullable Integer satisfied(Actor command, TicketId ticket) {
        return followUps.recoveryMarks(command, List.of(ticket)).get(ticket);
    }

    private RecoveryCase.Context context(Actor command, Ticket ticket, PersonalCover cover) {
        String place = ticket.origin().place();
        CustomerId customer = ticket.customer();
        Standing standing = customer == null
                ? null
                : standings.of(command, List.of(customer)).get(customer);
        return new RecoveryCase.Context(
                Service.of(ticket.subject(), ticket.text()),
                place == null ? "" : cover.over(Doors.place(place)),
                ticket.origin().channel(),
                standing == null ? null : standing.segment().name());
    }
}
