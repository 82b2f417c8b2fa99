package org.redress.desk.ticket.workplace;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.TicketBoard;
import org.redress.desk.ticket.TicketBoard.Tally;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketPage;
import org.redress.desk.ticket.TicketView;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.ContactDetails;
import org.redress.platform.text.Words;
import org.redress.platform.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Lays out the three panes. */
@Component
class Desk {

    static final String TEMPLATE = "ticket/desk";

    private final TicketBoard board;
    private final Views views;
    private final Lists lists;
    private final Sheets sheets;
    private final Types types;

    Desk(TicketBoard board, Views views, Lists lists, Sheets sheets, Types types) {
        this.board = board;
        this.views = views;
        this.lists = lists;
        this.sheets = sheets;
        this.types = types;
    }

    /** The list with the ticket that was asked for, else with its first. */
    ModelAndView page(Actor actor, Words words, DeskAddress address, @Nullable TicketId asked) {
        return Page.of(TEMPLATE, lay(actor, words, address, asked, null, null));
    }

    /** The page again, for a form that was not taken. */
    ModelAndView again(
            Actor actor, Words words, DeskAddress address, TicketId ticket, Attempt attempt, HttpStatus status) {
        return Page.of(TEMPLATE, lay(actor, words, address, ticket, attempt, null), status);
    }

    /** The page with the customer in full. */
    ModelAndView revealed(Actor actor, Words words, DeskAddress address, TicketId ticket, ContactDetails details) {
        return Page.of(TEMPLATE, lay(actor, words, address, ticket, null, details));
    }

    private DeskPage lay(
            Actor actor,
            Words words,
            DeskAddress address,
            @Nullable TicketId asked,
            @Nullable Attempt attempt,
            @Nullable ContactDetails details) {
        Map<TicketView, Tally> tallies = board.tallies(actor);
        TicketPage page = lists.page(actor, address);
        TicketId open = asked != null || page.cards().isEmpty()
                ? asked
                : page.cards().getFirst().id();
        return new DeskPage(
                address,
                views.of(actor, words, address, tallies),
                lists.of(actor, words, address, page, open, tallies),
                open == null ? null : sheets.of(actor, words, address, open, attempt, details),
                asked != null,
                types.groups(actor),
                actor.may(Action.EXPORT, "ticket"),
                actor.may(Action.READ, "import"));
    }
}
