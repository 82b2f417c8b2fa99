package org.redress.desk.recovery.severity;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.TicketBoard;
import org.redress.desk.ticket.TicketCard;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Actor;
import org.redress.platform.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Open tickets, the most severe first. The order is kept, not counted. */
@Controller
class SeverityDesk {

    private static final int PAGE = 30;
    private static final UUID LAST = new UUID(-1, -1);

    private final Severities severities;
    private final TicketBoard board;

    SeverityDesk(Severities severities, TicketBoard board) {
        this.severities = severities;
        this.board = board;
    }

    @GetMapping(SeverityListPage.PATH)
    ModelAndView list(
            Actor actor,
            @RequestParam(required = false) @Nullable Integer points,
            @RequestParam(required = false) @Nullable UUID after) {
        List<SeverityRows.Ranked> found = severities.worst(
                actor,
                points == null || after == null ? Integer.MAX_VALUE : points,
                after == null ? LAST : after,
                PAGE + 1);
        List<TicketId> shown =
                found.stream().limit(PAGE).map(SeverityRows.Ranked::ticket).toList();
        Map<TicketId, TicketCard> cards =
                board.cards(actor, shown).stream().collect(Collectors.toMap(TicketCard::id, Function.identity()));
        Map<TicketId, Severity> kept = severities.of(actor, shown);
        int rules = severities.rules(actor.bureau());
        List<SeverityListPage.Row> rows = shown.stream()
                .flatMap(id -> Stream.ofNullable(cards.get(id))
                        .flatMap(card -> Stream.ofNullable(kept.get(id))
                                .map(severity -> new SeverityListPage.Row(card, severity, severity.rules() != rules))))
                .toList();
        SeverityRows.Ranked last = found.size() > PAGE ? found.get(PAGE - 1) : null;
        return Page.of(
                "recovery/severities",
                new SeverityListPage(
                        rows,
                        last == null
                                ? null
                                : "?points=" + last.points() + "&after="
                                        + last.ticket().value(),
                        actor.zone()));
    }
}
