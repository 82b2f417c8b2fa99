package org.redress.improve.quality.card;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.TicketBoard;
import org.redress.desk.ticket.TicketCard;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.StaffId;
import org.redress.improve.quality.QualityNames;
import org.redress.platform.text.Words;
import org.redress.platform.web.Attempt;
import org.redress.platform.web.Choice;
import org.redress.platform.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Cards in the browser: their lists, one of them, and the form in which one is proposed. */
@Controller
@RequestMapping("/cards")
class CardsDesk {

    private static final int LENGTH = 50;

    private final CardBoard board;
    private final TicketBoard tickets;
    private final Tickets matters;
    private final QualityNames names;
    private final Clock clock;

    CardsDesk(CardBoard board, TicketBoard tickets, Tickets matters, QualityNames names, Clock clock) {
        this.board = board;
        this.tickets = tickets;
        this.matters = matters;
        this.names = names;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(
            Actor actor,
            @RequestParam(defaultValue = "OPEN") CardFilter.View view,
            @RequestParam(required = false) @Nullable Severity severity,
            @RequestParam(required = false) @Nullable Integer below) {
        CardFilter filter = new CardFilter(view, severity);
        List<QualityCard> found = board.list(actor, filter, below, LENGTH + 1);
        List<QualityCard> shown = found.stream().limit(LENGTH).toList();
        String next = found.size() > LENGTH
                ? "/cards?view=" + view + (severity == null ? "" : "&severity=" + severity) + "&below="
                        + shown.getLast().number()
                : null;
        List<StaffId> people = shown.stream()
                .map(QualityCard::staff)
                .filter(java.util.Objects::nonNull)
                .toList();
        return Page.of(
                "quality/cards",
                new CardListPage(
                        filter,
                        shown,
                        List.of(),
                        board.mayPropose(actor),
                        names.of(actor, people),
                        next,
                        actor.zone()));
    }

    @GetMapping("/due")
    ModelAndView due(
            Actor actor,
            @RequestParam(required = false) @Nullable Instant at,
            @RequestParam(required = false) @Nullable UUID id) {
        List<CardDue> found = board.due(actor, at, id, LENGTH + 1);
        List<CardDue> shown = found.stream().limit(LENGTH).toList();
        Map<TicketId, TicketCard> known =
                known(actor, shown.stream().map(CardDue::ticket).toList());
        String next = found.size() > LENGTH
                ? "/cards/due?at=" + shown.getLast().judgedAt() + "&id="
                        + shown.getLast().ticket().value()
                : null;
        return Page.of(
                "quality/cards",
                new CardListPage(
                        null,
                        List.of(),
                        shown.stream()
                                .filter(one -> known.containsKey(one.ticket()))
                                .map(one -> due(one, known.get(one.ticket())))
                                .toList(),
                        true,
                        names.of(actor, List.of()),
                        next,
                        actor.zone()));
    }

    private static CardListPage.Due due(CardDue one, @Nullable TicketCard card) {
        return new CardListPage.Due(
                one, card == null ? "" : card.number().toString(), card == null ? "" : card.subject());
    }

    private Map<TicketId, TicketCard> known(Actor actor, List<TicketId> ids) {
        return tickets.cards(actor, ids).stream().collect(Collectors.toMap(TicketCard::id, Function.identity()));
    }

    @GetMapping("/new")
    ModelAndView blank(Actor actor, Words words, @RequestParam UUID ticket) {
        return blank(actor, words, new TicketId(ticket), Attempt.NONE);
    }

    ModelAndView blank(Actor actor, Words words, TicketId ticket, Attempt attempted) {
        CardRights.require(board.mayPropose(actor));
        List<Choice> people = new ArrayList<>();
        people.add(new Choice("", words.text("card.wholeunit")));
        people.addAll(names.colleagues(actor, words));
        return Page.of(
                "quality/cardnew",
                new CardNewPage(matters.get(actor, ticket), names.of(actor, List.of()), people, attempted));
    }

    @GetMapping("/{id}")
    ModelAndView show(Actor actor, Words words, @PathVariable UUID id) {
        return show(actor, words, new CardId(id), Attempt.NONE);
    }

    ModelAndView show(Actor actor, Words words, CardId id, Attempt attempted) {
        CardShown shown = board.show(actor, id);
        QualityCard card = shown.card();
        Set<StaffId> people = new HashSet<>();
        people.add(card.grounds().by());
        shown.history().forEach(event -> people.add(event.by()));
        if (card.staff() != null) {
            people.add(card.staff());
        }
        return Page.of(
                "quality/card",
                new CardPage(
                        shown,
                        List.copyOf(known(actor, shown.tickets()).values()),
                        yellows(actor, card),
                        card.state() != CardState.PROPOSED || shown.clocks().isEmpty()
                                ? null
                                : shown.clocks().getLast().chip(clock.instant(), words),
                        attempted,
                        names.of(actor, people),
                        actor.zone()));
    }

    private Map<String, CardId> yellows(Actor actor, QualityCard card) {
        Map<String, CardId> yellows = new LinkedHashMap<>();
        if (card.yellows() != null) {
            for (CardId id : List.of(card.yellows().earlier(), card.yellows().later())) {
                yellows.put(board.get(actor, id).spoken(), id);
            }
        }
        return yellows;
    }
}
