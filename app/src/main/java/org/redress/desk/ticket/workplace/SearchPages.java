package org.redress.desk.ticket.workplace;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.TicketBoard;
import org.redress.desk.ticket.TicketCard;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketPage;
import org.redress.ground.identity.Actor;
import org.redress.platform.text.Words;
import org.redress.platform.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Finds tickets by their words or their number. */
@Controller
class SearchPages {

    private static final int LENGTH = 30;
    private static final int LONGEST_QUERY = 200;

    private final TicketBoard board;
    private final Clock clock;

    SearchPages(TicketBoard board, Clock clock) {
        this.board = board;
        this.clock = clock;
    }

    @GetMapping("/search")
    ModelAndView search(
            Actor actor,
            Words words,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String at) {
        String query = q.strip().codePointCount(0, q.strip().length()) > LONGEST_QUERY
                ? q.strip().substring(0, q.strip().offsetByCodePoints(0, LONGEST_QUERY))
                : q.strip();
        TicketPage page =
                query.isEmpty() ? new TicketPage(List.of(), null, null) : board.search(actor, query, at, LENGTH);
        Map<TicketId, String> texts =
                board.texts(actor, page.cards().stream().map(TicketCard::id).toList());
        When when = new When(words, actor.zone(), clock.instant());
        return Page.of(
                "ticket/search",
                new SearchPage(
                        query,
                        page.cards().stream()
                                .map(card -> found(actor, when, card, texts.getOrDefault(card.id(), ""), query))
                                .toList(),
                        page.next() == null ? null : address(query, page.next()),
                        at != null));
    }

    private static SearchPage.Found found(Actor actor, When when, TicketCard card, String text, String query) {
        return new SearchPage.Found(
                card,
                StateChip.of(card.state()),
                Marked.whole(card.subject(), query),
                Marked.around(text, query),
                when.of(card.receivedAt()),
                Lists.who(actor, when.words(), card));
    }

    private static String address(String query, String cursor) {
        return "/search?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8) + "&at=" + cursor;
    }
}
