package org.redress.desk.ticket.workplace;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.TicketBoard;
import org.redress.desk.ticket.TicketBoard.Tally;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.TicketView;
import org.redress.desk.ticket.workplace.DeskPage.Entry;
import org.redress.desk.ticket.workplace.DeskPage.ViewGroup;
import org.redress.ground.commitment.Escalations;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffMember;
import org.redress.platform.text.Words;
import org.springframework.stereotype.Component;

/** The lists to choose from, each with how many stand in it and how many of them are late. */
@Component
class Views {

    private static final List<TicketView> EVERYBODYS = List.of(
            TicketView.UNCLAIMED,
            TicketView.UNCLASSIFIED,
            TicketView.CLASSIFIED,
            TicketView.DUE_TODAY,
            TicketView.LATE,
            TicketView.PAUSED,
            TicketView.RESOLVED,
            TicketView.OPEN,
            TicketView.CLOSED);

    private static final Tally NONE = new Tally(0, 0);

    private final TicketBoard board;
    private final Escalations escalations;
    private final Staff staff;

    Views(TicketBoard board, Escalations escalations, Staff staff) {
        this.board = board;
        this.escalations = escalations;
        this.staff = staff;
    }

    List<ViewGroup> of(Actor actor, Words words, DeskAddress address, Map<TicketView, Tally> tallies) {
        Map<TicketKind, Tally> kinds = board.talliesByKind(actor);
        String unit = staff.find(actor, actor.staff())
                .map(StaffMember::unitName)
                .orElseGet(() -> words.text("ticket.views.unit"));
        return List.of(
                new ViewGroup(
                        words.text("ticket.views.mine"),
                        false,
                        Stream.concat(
                                        entries(words, address, tallies, TicketView.MINE, TicketView.OFFERED).stream(),
                                        Stream.of(escalated(actor, words)))
                                .toList()),
                new ViewGroup(unit, true, entries(words, address, tallies, TicketView.UNIT)),
                new ViewGroup(
                        words.text("ticket.views.everybody"),
                        false,
                        entries(words, address, tallies, EVERYBODYS.toArray(TicketView[]::new))),
                new ViewGroup(
                        words.text("ticket.views.kinds"),
                        false,
                        Stream.of(TicketKind.values())
                                .map(kind -> byKind(words, address, kind, kinds.getOrDefault(kind, NONE)))
                                .toList()));
    }

    private Entry escalated(Actor actor, Words words) {
        return new Entry(words.text("escalation.mine"), "/escalations", false, escalations.count(actor), 0);
    }

    private static List<Entry> entries(
            Words words, DeskAddress address, Map<TicketView, Tally> tallies, TicketView... views) {
        return Stream.of(views)
                .map(view -> entry(
                        words.text("ticket.view." + view.name()),
                        address.of(view),
                        address.shown() == view && (view != TicketView.OPEN || address.kind() == null),
                        view == TicketView.CLOSED ? null : tallies.getOrDefault(view, NONE),
                        view))
                .toList();
    }

    private static Entry byKind(Words words, DeskAddress address, TicketKind kind, Tally tally) {
        return entry(
                words.text("ticket.kinds." + kind.name()),
                address.of(kind),
                address.shown() == TicketView.OPEN && address.kind() == kind,
                tally,
                TicketView.OPEN);
    }

    /** Where all are late, the number of the late says nothing more. */
    private static Entry entry(String text, DeskAddress to, boolean current, @Nullable Tally tally, TicketView view) {
        return new Entry(
                text,
                to.path(),
                current,
                tally == null ? null : tally.total(),
                tally == null || view == TicketView.LATE ? 0 : tally.late());
    }
}
