package org.redress.desk.ticket.workplace;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.Due;
import org.redress.desk.ticket.Grade;
import org.redress.desk.ticket.TicketFilter;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.TicketOrder;
import org.redress.desk.ticket.TicketState;
import org.redress.desk.ticket.TicketView;
import org.redress.platform.web.Problem;

/**
 * The list that stands beside a ticket: its view, what narrows it, and how far one has turned its pages. Every address of
 * the desk carries it, forms too, so that one comes back to where one was.
 *
 * @param view slug of a {@link TicketView}; null for the first
 * @param order null where what falls due next comes first
 * @param at cursor of the page, null for the first
 */
public record DeskAddress(
        @Nullable String view,
        @Nullable TicketKind kind,
        @Nullable TicketState state,
        @Nullable Channel channel,
        @Nullable String type,
        @Nullable Due due,
        @Nullable Grade severity,
        @Nullable TicketOrder order,
        @Nullable String at) {

    static final DeskAddress START = new DeskAddress(null, null, null, null, null, null, null, null, null);

    public DeskAddress {
        view = blankToNull(view);
        type = blankToNull(type);
        order = order == TicketOrder.DUE ? null : order;
        at = blankToNull(at);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    /** The view that the address names; a 404 problem where there is none of that name. */
    public TicketView shown() {
        return view == null
                ? TicketView.MINE
                : TicketView.ofSlug(view).orElseThrow(() -> Problem.absent("ticket.view.absent", view));
    }

    public TicketFilter filter() {
        return new TicketFilter(kind, state, channel, type, due, severity);
    }

    public boolean narrowed() {
        return !filter().equals(TicketFilter.NONE);
    }

    public TicketOrder sorted() {
        return order == null ? TicketOrder.DUE : order;
    }

    /** The first page of the same in another order. */
    public DeskAddress by(TicketOrder other) {
        return new DeskAddress(view, kind, state, channel, type, due, severity, other, null);
    }

    /** The first page of a view with nothing that narrows it, in the same order. */
    public DeskAddress of(TicketView other) {
        return new DeskAddress(other.slug(), null, null, null, null, null, null, order, null);
    }

    /** All open work of a kind. */
    public DeskAddress of(TicketKind other) {
        return new DeskAddress(TicketView.OPEN.slug(), other, null, null, null, null, null, order, null);
    }

    public DeskAddress page(String cursor) {
        return new DeskAddress(view, kind, state, channel, type, due, severity, order, cursor);
    }

    /** The list alone. */
    public String path() {
        return "/desk" + query();
    }

    /** A ticket with this list beside it. */
    public String ticket(TicketId id) {
        return "/tickets/" + id.value() + query();
    }

    /** Where a form of a ticket is sent. */
    public String form(TicketId id, String act) {
        return "/tickets/" + id.value() + "/" + act + query();
    }

    /** Where a form about proposals to join is sent. */
    public String joins(String act) {
        return "/desk/joins/" + act + query();
    }

    /** The list as a file; {@code ending} is csv or xlsx. */
    public String export(String ending) {
        return "/desk/export." + ending + query();
    }

    private String query() {
        StringJoiner query = new StringJoiner("&", "?", "");
        query.setEmptyValue("");
        add(query, "view", view);
        add(query, "kind", kind);
        add(query, "state", state);
        add(query, "channel", channel);
        add(query, "type", type);
        add(query, "due", due);
        add(query, "severity", severity);
        add(query, "order", order);
        add(query, "at", at);
        return query.toString();
    }

    private static void add(StringJoiner query, String name, @Nullable Object value) {
        if (value != null) {
            query.add(name + "=" + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
        }
    }
}
