package org.redress.desk.ticket;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.StaffId;
import org.redress.ground.party.CustomerId;
import org.redress.ground.search.Hit;
import org.redress.ground.search.Search;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The lists of the desk and their figures. Open work is sorted by what falls due next. */
@Component
public class TicketBoard {

    private static final int LONGEST_PAGE = 200;
    private static final int SEARCH_ROUNDS = 5;

    private final JdbcClient jdbc;
    private final Cards cards;
    private final BoardFigures figures;
    private final TicketStream stream;
    private final TicketRows rows;
    private final Search search;
    private final Suggestions suggestions;
    private final Clock clock;

    TicketBoard(
            JdbcClient jdbc,
            Cards cards,
            BoardFigures figures,
            TicketStream stream,
            TicketRows rows,
            Search search,
            Suggestions suggestions,
            Clock clock) {
        this.jdbc = jdbc;
        this.cards = cards;
        this.figures = figures;
        this.stream = stream;
        this.rows = rows;
        this.search = search;
        this.suggestions = suggestions;
        this.clock = clock;
    }

    /** How many, and how many of them late. */
    public record Tally(long total, long late) {}

    /** A page of a view by what falls due next. */
    public TicketPage page(Actor actor, TicketView view, TicketFilter filter, @Nullable String cursor, int limit) {
        return page(actor, view, filter, TicketOrder.DUE, cursor, limit);
    }

    /** A page of a view. {@code cursor} is from an earlier {@link TicketPage}, null for the first page. */
    public TicketPage page(
            Actor actor, TicketView view, TicketFilter filter, TicketOrder order, @Nullable String cursor, int limit) {
        int length = Math.clamp(limit, 1, LONGEST_PAGE);
        ViewSql sql = sql(actor, Action.READ, view, filter, order);
        Cursor from = cursor == null ? null : Cursor.parse(cursor);
        boolean back = from != null && from.back();
        JdbcClient.StatementSpec statement = jdbc.sql("select " + CardRow.COLUMNS + " from ticket.ticket t where "
                        + sql.where()
                        + (from == null ? "" : sql.beyond(from))
                        + (back ? sql.orderBack() : sql.order())
                        + " limit :limit")
                .params(sql.params())
                .param("limit", length + 1);
        if (from != null) {
            statement = statement.param("at", from.key().bound()).param("id", from.id());
        }
        List<CardRow> found = new ArrayList<>(
                statement.query((row, n) -> CardRow.of(row, sql.key())).list());
        boolean more = found.size() > length;
        List<CardRow> shown = more ? found.subList(0, length) : found;
        List<CardRow> ordered = back ? shown.reversed() : shown;
        return new TicketPage(
                cards.of(actor, ordered),
                back || more ? edge(ordered, false) : null,
                back ? (more ? edge(ordered, true) : null) : from == null ? null : edge(ordered, true));
    }

    /** Where the next page begins, or the one before ends. */
    private static @Nullable String edge(List<CardRow> rows, boolean back) {
        if (rows.isEmpty()) {
            return null;
        }
        CardRow row = back ? rows.getFirst() : rows.getLast();
        return new Cursor(back, row.key(), row.id().value()).text();
    }

    private ViewSql sql(Actor actor, Action action, TicketView view, TicketFilter filter, TicketOrder order) {
        return ViewSql.of(
                actor, action, view, filter, order, clock.instant(), type -> suggestions.counted(actor, type));
    }

    public long count(Actor actor, TicketView view, TicketFilter filter) {
        ViewSql sql = sql(actor, Action.READ, view, filter, TicketOrder.DUE);
        if (OpenTallies.keeps(view, filter)) {
            return figures.kept(actor, sql);
        }
        return jdbc.sql("select count(*) from ticket.ticket t where " + sql.where())
                .params(sql.params())
                .query(Long.class)
                .single();
    }

    /** How many tickets stand in each view of open work, and how many of them are late; one query. */
    public Map<TicketView, Tally> tallies(Actor actor) {
        return figures.byView(actor, clock.instant());
    }

    /** The same of all open work by kind. */
    public Map<TicketKind, Tally> talliesByKind(Actor actor) {
        return figures.byKind(actor, clock.instant());
    }

    /** The same of all open work by failure type, decided or else suggested; types without any are left out. */
    public Map<String, Tally> talliesByType(Actor actor) {
        return figures.byType(actor, clock.instant());
    }

    /** The same of the open work of these people by who answers for it; people without any are left out. */
    public Map<StaffId, Tally> talliesByPerson(Actor actor, Collection<StaffId> people) {
        return figures.byPerson(actor, people, clock.instant());
    }

    /** Tickets that hold all words, the newest first; a ticket's number finds that ticket. */
    public TicketPage search(Actor actor, String words, @Nullable String cursor, int limit) {
        actor.require(Action.READ, Reach.KIND);
        Optional<Ticket> named = TicketNumber.parse(words).flatMap(number -> rows.find(actor, number));
        if (named.isPresent()) {
            return new TicketPage(cards(actor, List.of(named.get().id())), null, null);
        }
        int length = Math.clamp(limit, 1, LONGEST_PAGE);
        List<TicketCard> found = new ArrayList<>();
        Cursor from = cursor == null ? null : Cursor.parse(cursor);
        Hit after = from == null ? null : new Hit(from.id(), from.at().toInstant());
        for (int round = 0; round < SEARCH_ROUNDS && found.size() < length; round++) {
            List<Hit> hits = search.find(actor, Reach.KIND, words, after, length - found.size());
            found.addAll(cards(
                    actor, hits.stream().map(hit -> new TicketId(hit.id())).toList()));
            after = hits.isEmpty() ? null : hits.getLast();
            if (after == null) {
                break;
            }
        }
        return new TicketPage(
                found, after == null ? null : new Cursor(false, Moments.at(after.at()), after.id()).text(), null);
    }

    /** The cards of these tickets in this order, without those outside the reader's scope. */
    public List<TicketCard> cards(Actor actor, Collection<TicketId> ids) {
        return cards.of(actor, ids);
    }

    /** What the customers said in these tickets, without those outside the reader's scope. */
    public Map<TicketId, String> texts(Actor actor, Collection<TicketId> ids) {
        Reach reach = Reach.of(actor, Action.READ);
        return jdbc
                .sql("select t.id, t.description from ticket.ticket t where " + reach.sql() + " and t.id = any(:ids)")
                .params(reach.params())
                .param("ids", ids.stream().map(TicketId::value).toArray(UUID[]::new))
                .query((row, n) -> Map.entry(new TicketId(row.getObject(1, UUID.class)), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The tickets of a customer, the latest received first. */
    public List<TicketCard> ofCustomer(Actor actor, CustomerId customer, int limit) {
        Reach reach = Reach.of(actor, Action.READ);
        return cards.of(
                actor,
                jdbc.sql("select t.id from ticket.ticket t where " + reach.sql()
                                + " and t.customer = :customer order by t.received_at desc limit :limit")
                        .params(reach.params())
                        .param("customer", customer.value())
                        .param("limit", Math.clamp(limit, 1, LONGEST_PAGE))
                        .query((row, n) -> new TicketId(row.getObject(1, UUID.class)))
                        .list());
    }

    /** Every ticket of a customer, for whoever may black them out. */
    public List<TicketId> idsOf(Actor actor, CustomerId customer) {
        actor.require(Action.REDACT, "customer");
        return jdbc.sql("select id from ticket.ticket where bureau = ? and customer = ?")
                .params(actor.bureau().value(), customer.value())
                .query((row, n) -> new TicketId(row.getObject(1, UUID.class)))
                .list();
    }

    /** Every card of a view by what falls due next, read as a stream. Needs the right to export. */
    @Transactional(readOnly = true)
    public void export(Actor actor, TicketView view, TicketFilter filter, Consumer<TicketCard> each) {
        stream.read(actor, sql(actor, Action.EXPORT, view, filter, TicketOrder.DUE), each);
    }

    public RingFigures figures(Actor actor, Instant now) {
        return figures.ring(actor, now);
    }
}
