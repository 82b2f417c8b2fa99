package org.redress.desk.contact;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.CustomerId;
import org.redress.platform.database.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The lists of contacts and their figures, the latest first. */
@Component
public class ContactBoard {

    private static final int LONGEST_PAGE = 200;

    private final JdbcClient jdbc;
    private final ContactLines lines;
    private final Clock clock;

    ContactBoard(JdbcClient jdbc, ContactLines lines, Clock clock) {
        this.jdbc = jdbc;
        this.lines = lines;
        this.clock = clock;
    }

    /** A condition with its parameters. */
    record Where(String sql, Map<String, Object> params) {

        static Where of(Actor actor, ContactFilter filter, Instant midnight) {
            ContactReach reach = ContactReach.of(actor);
            Map<String, Object> params = new HashMap<>(reach.params());
            StringBuilder sql = new StringBuilder(reach.sql());
            switch (filter.whose()) {
                case MINE -> sql.append(" and c.taken_by = :me");
                case UNIT -> sql.append(" and c.unit = :myUnit");
                case ALL -> {}
            }
            narrow(sql, params, "channel", filter.channel());
            narrow(sql, params, "mood", filter.mood());
            narrow(sql, params, "outcome", filter.outcome());
            if (filter.day() == ContactFilter.Day.TODAY) {
                sql.append(" and c.recorded_at >= :midnight");
                params.put("midnight", Moments.at(midnight));
            }
            return new Where(sql.toString(), params);
        }

        private static void narrow(
                StringBuilder sql, Map<String, Object> params, String column, @Nullable Enum<?> value) {
            if (value != null) {
                sql.append(" and c.").append(column).append(" = :").append(column);
                params.put(column, value.name());
            }
        }
    }

    static String list(Where where, @Nullable ContactCursor from) {
        boolean back = from != null && from.back();
        return "select c.* from contact.contact c where " + where.sql()
                + (from == null ? "" : " and (c.recorded_at, c.id) " + (back ? ">" : "<") + " (:at, :id)")
                + (back ? " order by c.recorded_at, c.id" : " order by c.recorded_at desc, c.id desc")
                + " limit :limit";
    }

    /** A page. {@code cursor} is from an earlier {@link ContactSlice}, null for the first page. */
    public ContactSlice page(Actor actor, ContactFilter filter, @Nullable String cursor, int limit) {
        int length = Math.clamp(limit, 1, LONGEST_PAGE);
        Where where = Where.of(actor, filter, midnight(actor));
        ContactCursor from = cursor == null ? null : ContactCursor.parse(cursor);
        boolean back = from != null && from.back();
        JdbcClient.StatementSpec statement =
                jdbc.sql(list(where, from)).params(where.params()).param("limit", length + 1);
        if (from != null) {
            statement = statement.param("at", Moments.at(from.at())).param("id", from.id());
        }
        List<Contact> found =
                new ArrayList<>(statement.query(ContactRows::contact).list());
        boolean more = found.size() > length;
        List<Contact> shown = more ? found.subList(0, length) : found;
        List<Contact> ordered = back ? shown.reversed() : shown;
        return new ContactSlice(
                lines.of(actor, ordered),
                back || more ? edge(ordered, false) : null,
                back ? (more ? edge(ordered, true) : null) : from == null ? null : edge(ordered, true));
    }

    private static @Nullable String edge(List<Contact> contacts, boolean back) {
        if (contacts.isEmpty()) {
            return null;
        }
        Contact one = back ? contacts.getFirst() : contacts.getLast();
        return new ContactCursor(back, one.recordedAt(), one.id().value()).text();
    }

    /** The contacts of a customer, the latest first. */
    public List<ContactLine> ofCustomer(Actor actor, CustomerId customer, int limit) {
        ContactReach reach = ContactReach.of(actor);
        return lines.of(
                actor,
                jdbc.sql("select c.* from contact.contact c where " + reach.sql()
                                + " and c.customer = :customer order by c.recorded_at desc limit :limit")
                        .params(reach.params())
                        .param("customer", customer.value())
                        .param("limit", Math.clamp(limit, 1, LONGEST_PAGE))
                        .query(ContactRows::contact)
                        .list());
    }

    /** One contact with its names. */
    public ContactLine line(Actor actor, Contact contact) {
        return lines.of(actor, List.of(contact)).getFirst();
    }

    /** How many wait for a person's yes. */
    public long waiting(Actor actor) {
        return count(actor, new ContactFilter(ContactFilter.Whose.ALL, null, null, Outcome.WAITING));
    }

    /** How many were recorded since midnight at the bureau. */
    public long today(Actor actor) {
        return count(actor, new ContactFilter(ContactFilter.Whose.ALL, null, null, null, ContactFilter.Day.TODAY));
    }

    private long count(Actor actor, ContactFilter filter) {
        Where where = Where.of(actor, filter, midnight(actor));
        return jdbc.sql("select count(*) from contact.contact c where " + where.sql())
                .params(where.params())
                .query(Long.class)
                .single();
    }

    /** How long recording has taken since midnight; empty where nothing of a known length was recorded. */
    public Optional<Pace> pace(Actor actor, ContactFilter.Whose whose) {
        ContactFilter today = new ContactFilter(whose, null, null, null, ContactFilter.Day.TODAY);
        Where where = Where.of(actor, today, midnight(actor));
        return jdbc.sql("""
                        select percentile_cont(0.5) within group (order by c.took_ms), count(c.took_ms)
                          from contact.contact c where\s""" + where.sql())
                .params(where.params())
                .query((row, n) -> new Pace(Duration.ofMillis(Math.round(row.getDouble(1))), row.getLong(2)))
                .optional()
                .filter(pace -> pace.contacts() > 0);
    }

    private Instant midnight(Actor actor) {
        return LocalDate.ofInstant(clock.instant(), actor.zone())
                .atStartOfDay(actor.zone())
                .toInstant();
    }
}
