package org.redress.desk.ticket.workplace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.Grade;
import org.redress.desk.ticket.TicketBoard;
import org.redress.desk.ticket.TicketBoard.Tally;
import org.redress.desk.ticket.TicketCard;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketOrder;
import org.redress.desk.ticket.TicketPage;
import org.redress.desk.ticket.TicketView;
import org.redress.ground.commitment.Clock;
import org.redress.ground.commitment.ClockState;
import org.redress.ground.commitment.Commitments;
import org.redress.ground.commitment.Subject;
import org.redress.ground.identity.Actor;
import org.redress.platform.text.Words;
import org.springframework.stereotype.Component;

/** Lays out a page of a view: what is late first, then what falls due next; or the most severe first. */
@Component
class Lists {

    private static final int LENGTH = 50;
    private static final String UNRATED = "none";
    private static final List<String> GRADES = Stream.concat(
                    List.of(Grade.values()).reversed().stream().map(Grade::name), Stream.of(UNRATED))
            .toList();
    private static final List<String> ORDER = List.of("late", "today", "paused", "later", "none", "ended", "latest");

    private final TicketBoard board;
    private final Commitments commitments;
    private final java.time.Clock time;

    Lists(TicketBoard board, Commitments commitments, java.time.Clock time) {
        this.board = board;
        this.commitments = commitments;
        this.time = time;
    }

    TicketPage page(Actor actor, DeskAddress address) {
        return board.page(actor, address.shown(), address.filter(), address.sorted(), address.at(), LENGTH);
    }

    /** @param open the ticket beside the list */
    TicketList of(
            Actor actor,
            Words words,
            DeskAddress address,
            TicketPage page,
            @Nullable TicketId open,
            Map<TicketView, Tally> tallies) {
        Long total = total(actor, address, tallies);
        boolean whole = page.next() == null && page.back() == null;
        Map<TicketId, Clock> clocks = clocks(actor, page.cards());
        Map<String, List<TicketList.Row>> groups = new LinkedHashMap<>();
        boolean worst =
                address.sorted() == TicketOrder.SEVERITY && !address.shown().latestFirst();
        (worst ? GRADES : ORDER).forEach(name -> groups.put(name, new ArrayList<>()));
        for (TicketCard card : page.cards()) {
            Clock owed = clocks.get(card.id());
            Objects.requireNonNull(groups.get(worst ? grade(card) : group(address.shown(), card, owed)))
                    .add(row(actor, words, address, card, owed, open));
        }
        return new TicketList(
                words.text("ticket.view." + address.shown().name()),
                total,
                groups.entrySet().stream()
                        .filter(group -> !group.getValue().isEmpty())
                        .map(group -> new TicketList.Group(
                                words.text((worst ? "ticket.grade." : "ticket.group.") + group.getKey()),
                                whole ? (long) group.getValue().size() : null,
                                group.getValue()))
                        .toList(),
                page.back() == null ? null : address.page(page.back()).path(),
                page.next() == null ? null : address.page(page.next()).path());
    }

    /** Closed work is not counted: there is too much of it, and nobody waits for it. */
    private @Nullable Long total(Actor actor, DeskAddress address, Map<TicketView, Tally> tallies) {
        TicketView view = address.shown();
        if (view == TicketView.CLOSED) {
            return null;
        }
        Tally tally = tallies.get(view);
        return address.narrowed() || view.ofAPeriod()
                ? board.count(actor, view, address.filter())
                : tally == null ? 0L : tally.total();
    }

    private Map<TicketId, Clock> clocks(Actor actor, List<TicketCard> cards) {
        Map<TicketId, Clock> clocks = new LinkedHashMap<>();
        commitments
                .of(
                        actor,
                        cards.stream()
                                .map(card -> Subject.ticket(card.id().value()))
                                .toList())
                .forEach((subject, all) -> clocks.put(new TicketId(subject.id()), all.getLast()));
        return clocks;
    }

    private static String grade(TicketCard card) {
        return card.severity() == null ? UNRATED : card.severity().name();
    }

    private String group(TicketView view, TicketCard card, @Nullable Clock owed) {
        if (view.ofAPeriod()) {
            return "latest";
        }
        if (!card.state().open()) {
            return "ended";
        }
        ClockState state = owed == null ? ClockState.CANCELLED : owed.state(time.instant());
        return switch (state) {
            case LATE -> "late";
            case DUE -> "today";
            case PAUSED -> "paused";
            case OK -> "later";
            case DONE, DONE_LATE, CANCELLED -> "none";
        };
    }

    private TicketList.Row row(
            Actor actor,
            Words words,
            DeskAddress address,
            TicketCard card,
            @Nullable Clock owed,
            @Nullable TicketId open) {
        Instant now = time.instant();
        return new TicketList.Row(
                card,
                owed == null ? null : owed.chip(now, words),
                StateChip.of(card.state()),
                who(actor, words, card),
                address.ticket(card.id()),
                card.id().equals(open));
    }

    static String who(Actor actor, Words words, TicketCard card) {
        if (!card.taken()) {
            return words.text("ticket.by.nobody");
        }
        return card.responsible().equals(actor.staff()) ? words.text("ticket.by.me") : card.responsibleName();
    }
}
