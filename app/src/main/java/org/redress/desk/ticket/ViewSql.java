package org.redress.desk.ticket;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;

/**
 * A view as a condition on {@code ticket.ticket t} with its order: the one definition behind list, count and export.
 *
 * @param key column of the order, before the id
 * @param descending whether the greatest come first
 */
record ViewSql(String where, String key, boolean descending, Map<String, Object> params) {

    static final String SEVERITY = "severity";

    /** How far back replies are listed, and their share in time is taken. */
    private static final Duration REPLIES = Duration.ofDays(30);

    private static final String CLASSIFIED = "t.open and t.failure_type is not null and t.state <> 'resolved'";
    private static final String UNCLASSIFIED = "t.open and t.failure_type is null and t.state <> 'resolved'";

    /** Without a type to narrow it by. */
    static ViewSql of(Actor actor, Action action, TicketView view, Instant now) {
        return of(actor, action, view, TicketFilter.NONE, TicketOrder.DUE, now, Set::of);
    }

    /** @param counted the codes under which tickets of a type stand */
    static ViewSql of(
            Actor actor,
            Action action,
            TicketView view,
            TicketFilter filter,
            TicketOrder order,
            Instant now,
            Function<String, Set<String>> counted) {
        Reach reach = Reach.of(actor, action);
        Map<String, Object> params = new HashMap<>(reach.params());
        params.put("now", Moments.at(now));
        params.put("midnight", Moments.at(midnight(actor, now)));
        params.put(
                "today", Moments.at(today(actor, now).atStartOfDay(actor.zone()).toInstant()));
        params.put("since", Moments.at(now.minus(REPLIES)));
        StringBuilder where = new StringBuilder(reach.sql()).append(" and ").append(condition(view));
        narrow(
                where,
                params,
                "t.kind",
                "kind",
                filter.kind() == null ? null : filter.kind().name());
        narrow(
                where,
                params,
                "t.state",
                "state",
                filter.state() == null ? null : filter.state().wire());
        narrow(
                where,
                params,
                "t.channel",
                "channel",
                filter.channel() == null ? null : filter.channel().name());
        narrow(
                where,
                params,
                "t.grade",
                "grade",
                filter.severity() == null ? null : filter.severity().name());
        if (filter.type() != null) {
            where.append(" and t.type_key = any(:types)");
            params.put("types", counted.apply(filter.type()).toArray(String[]::new));
        }
        if (filter.due() != null) {
            where.append(" and ").append(condition(filter.due()));
        }
        if (view.latestFirst()) {
            return new ViewSql(where.toString(), moment(view), true, params);
        }
        boolean worst = order == TicketOrder.SEVERITY;
        return new ViewSql(where.toString(), worst ? SEVERITY : "due_at", worst, params);
    }

    private static void narrow(
            StringBuilder where,
            Map<String, Object> params,
            String column,
            String name,
            @org.jspecify.annotations.Nullable String value) {
        if (value != null) {
            where.append(" and ").append(column).append(" = :").append(name);
            params.put(name, value);
        }
    }

    /** The end of the bureau's day. */
    static Instant midnight(Actor actor, Instant now) {
        return today(actor, now).plusDays(1).atStartOfDay(actor.zone()).toInstant();
    }

    private static LocalDate today(Actor actor, Instant now) {
        return LocalDate.ofInstant(now, actor.zone());
    }

    /** By which column a view is sorted that has the latest first. */
    private static String moment(TicketView view) {
        return switch (view) {
            case RESOLVED_TODAY -> "resolved_at";
            case CLOSED_TODAY -> "closed_at";
            case ANSWERED -> "reply_ended_at";
            default -> "received_at";
        };
    }

    private static String condition(Due due) {
        return switch (due) {
            case LATE -> "t.due_at < :now";
            case TODAY -> "t.due_at >= :now and t.due_at < :midnight";
        };
    }

    /** Each as a partial index has it, so that no closed row is read; {@link OpenTallies} answers to them too. */
    static String condition(TicketView view) {
        return switch (view) {
            case MINE -> "t.open and t.responsible = :me";
            case OFFERED -> "t.open and t.offered_to = :me";
            case UNIT -> "t.open and t.unit = :myUnit";
            case UNCLAIMED -> "t.open and t.taken_at is null";
            case UNCLASSIFIED -> UNCLASSIFIED;
            case CLASSIFIED -> CLASSIFIED;
            case DUE_TODAY -> "t.open and " + condition(Due.TODAY);
            case LATE -> "t.open and " + condition(Due.LATE);
            case PAUSED -> "t.open and t.paused";
            case RESOLVED -> "t.state = 'resolved'";
            case OPEN -> "t.open";
            case CLOSED -> "not t.open";
            case RECEIVED_TODAY -> "t.received_at >= :today";
            case RESOLVED_TODAY -> "t.resolved_at >= :today";
            case CLOSED_TODAY -> "t.closed_at >= :today";
            case ANSWERED -> "t.reply_ended_at >= :since";
        };
    }

    String order() {
        String way = descending ? " desc" : "";
        return " order by t." + key + way + ", t.id" + way;
    }

    /** The order turned round, for the page before. */
    String orderBack() {
        String way = descending ? "" : " desc";
        return " order by t." + key + way + ", t.id" + way;
    }

    /** The rows beyond a cursor; the cursor's key is bound as {@code at} and {@code id}. One of another order is refused. */
    String beyond(Cursor cursor) {
        if (cursor.key() instanceof Cursor.Points != key.equals(SEVERITY)) {
            throw Cursor.forged();
        }
        return " and (t." + key + ", t.id) " + (cursor.back() == descending ? ">" : "<") + " (:at, :id)";
    }
}
