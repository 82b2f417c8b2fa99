package org.redress.desk.ticket.workplace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketState;
import org.redress.desk.ticket.TicketStory;
import org.redress.desk.ticket.TicketStory.Answered;
import org.redress.desk.ticket.TicketStory.Happened;
import org.redress.ground.identity.StaffId;
import org.redress.platform.text.Words;
import org.redress.platform.web.Step;

/**
 * The way of a ticket from taken to closed: what is done, by whom and when; where it stands; what is still to come. One that
 * was rejected or cancelled ends there, without the steps that it never took.
 */
final class Segments {

    private final Words words;
    private final When when;
    private final People people;

    Segments(When when, People people) {
        this.words = when.words();
        this.when = when;
        this.people = people;
    }

    /** Something that was done; by nobody we know where it came done from another system. */
    private record Deed(@Nullable StaffId by, Instant at) {}

    List<Step> of(Ticket ticket, TicketStory story) {
        List<Step> steps = new ArrayList<>();
        TicketState state = ticket.state();
        boolean waiting = state == TicketState.ACKNOWLEDGED;
        Deed taken = ticket.taken() ? taken(story) : null;
        add(steps, "take", taken, waiting && taken == null, state);
        Deed classified = ticket.classified() == null
                ? null
                : new Deed(ticket.classified().by(), ticket.classified().at());
        add(steps, "classify", classified, waiting && taken != null && classified == null, state);
        Deed started = happened(story, "start");
        boolean working = state.inHand() && !waiting;
        boolean ready = waiting && taken != null && classified != null;
        add(steps, "work", working ? null : started, working || ready, state);
        answer(steps, ticket, story);
        Deed resolved = at(ticket.outcome().resolvedAt(), happened(story, "resolve"));
        add(steps, "resolve", resolved, false, state);
        if (state == TicketState.REJECTED || state == TicketState.CANCELLED) {
            add(steps, state.wire(), happened(story, "reject", "cancel", "source"), false, state);
        } else {
            Deed closed = at(ticket.outcome().closedAt(), happened(story, "close"));
            add(steps, "close", closed, state == TicketState.RESOLVED, state);
        }
        return steps;
    }

    /** Who took it first, however often it was handed over since. */
    private static @Nullable Deed taken(TicketStory story) {
        return Stream.of("take", "open", "start", "assign")
                .map(what -> Optional.ofNullable(happened(story, what)))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    private void answer(List<Step> steps, Ticket ticket, TicketStory story) {
        Ticket.Reply reply = ticket.reply();
        Deed answered = story.entries().stream()
                .filter(Answered.class::isInstance)
                .findFirst()
                .map(one -> new Deed(one.by(), one.at()))
                .orElse(null);
        if (answered != null) {
            boolean late = Boolean.FALSE.equals(reply.inTime());
            steps.add(new Step(
                    late ? "late" : "done",
                    words.text("ticket.segment.answer"),
                    who(answered),
                    when.of(answered.at()),
                    null,
                    false));
        } else if (ticket.state().open()) {
            steps.add(new Step(
                    ticket.lateAt(when.now()) ? "late" : "ok",
                    words.text("ticket.segment.answer"),
                    people.name(ticket.responsible()),
                    words.text("ticket.segment.unanswered"),
                    reply.dueAt() == null ? null : words.text("ticket.segment.limit", when.of(reply.dueAt())),
                    false));
        }
    }

    private void add(List<Step> steps, String name, @Nullable Deed deed, boolean current, TicketState state) {
        if (deed != null) {
            steps.add(step("done", name, who(deed), when.of(deed.at()), false));
        } else if (current || state.open()) {
            String time = words.text(current ? "ticket.segment.now" : "ticket.segment.tocome");
            steps.add(step(current ? "now" : "ok", name, "", time, current));
        }
    }

    private String who(Deed deed) {
        return deed.by() == null ? "" : people.name(deed.by());
    }

    private Step step(String look, String name, String who, String time, boolean current) {
        return new Step(look, words.text("ticket.segment." + name), who, time, null, current);
    }

    /** What was done by that moment; the deed tells by whom, if one is known. */
    private static @Nullable Deed at(@Nullable Instant moment, @Nullable Deed deed) {
        if (moment == null) {
            return null;
        }
        return deed == null ? new Deed(null, moment) : deed;
    }

    /** The last time that one of these happened. */
    private static @Nullable Deed happened(TicketStory story, String... what) {
        List<String> wanted = List.of(what);
        Optional<Happened> last = story.entries().reversed().stream()
                .filter(Happened.class::isInstance)
                .map(Happened.class::cast)
                .filter(one -> wanted.contains(one.what()))
                .findFirst();
        return last.map(one -> new Deed(one.by(), one.at())).orElse(null);
    }
}
