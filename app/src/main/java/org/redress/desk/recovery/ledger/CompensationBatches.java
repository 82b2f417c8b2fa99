package org.redress.desk.recovery.ledger;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Staff;
import org.redress.ground.party.CustomerId;
import org.redress.platform.web.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Many compensations, some at a time, by the product itself. A call is one transaction; what has moved already is left as it
 * is, so that a call may be sent again after a killed process.
 */
@Component
public class CompensationBatches {

    static final String STANDING = """
            select failure, customer, type from recovery.compensation
             where bureau = :bureau and failure = any(:failures) and customer is not null
               and account in ('PROMISED', 'POSTED')
            """;
    static final String PENDING = """
            select customer from recovery.compensation
             where bureau = :bureau and failure = :failure and customer is not null and account = 'PENDING'
            """;

    static final String ON_TICKETS = """
            select customer, type from recovery.compensation
             where bureau = :bureau and ticket = any(:tickets) and customer is not null and basis = 'GOODWILL'
               and account in ('PROMISED', 'POSTED')
            """;

    private static final Set<Account> STANDS = EnumSet.of(Account.PROMISED, Account.POSTED);

    private final Book book;
    private final CompensationRows rows;
    private final JdbcClient jdbc;

    CompensationBatches(Book book, CompensationRows rows, JdbcClient jdbc) {
        this.book = book;
        this.rows = rows;
        this.jdbc = jdbc;
    }

    /** Posts those of them that are promised; returns how many. All are of one basis and run. */
    @Transactional
    public int post(Actor product, Collection<CompensationId> ids) {
        return move(product, ids, Entry.Kind.POST, "", EnumSet.of(Account.PROMISED));
    }

    /** Takes back those of them that stand; returns how many. All are of one basis and run. */
    @Transactional
    public int reverse(Actor product, Collection<CompensationId> ids, String why) {
        return move(product, ids, Entry.Kind.REVERSE, Compensations.said(why), STANDS);
    }

    private int move(Actor product, Collection<CompensationId> ids, Entry.Kind kind, String why, Set<Account> from) {
        product.require(Action.WRITE, Book.KIND);
        if (!product.staff().equals(Staff.COMMAND)) {
            throw Problem.forbidden("access.denied");
        }
        book.hold(product);
        List<Compensation> some = rows.of(product.bureau(), ids).stream()
                .filter(one -> from.contains(one.account()))
                .toList();
        book.enter(product, kind, some, why);
        return some.size();
    }

    /** Who was given something by choice on one of these tickets that stands, and by which types of remedy. */
    public Map<CustomerId, Set<String>> given(Actor actor, Collection<TicketId> tickets) {
        actor.require(Action.READ, Book.KIND);
        Map<CustomerId, Set<String>> given = new HashMap<>();
        jdbc.sql(ON_TICKETS)
                .param("bureau", actor.bureau().value())
                .param("tickets", tickets.stream().map(TicketId::value).toArray(UUID[]::new))
                .query((row, n) -> given.computeIfAbsent(
                                new CustomerId(row.getObject("customer", UUID.class)), customer -> new HashSet<>())
                        .add(row.getString("type")))
                .list();
        return given;
    }

    /** For whom a compensation for a failure waits for a yes. */
    public Set<CustomerId> pending(Actor actor, UUID failure) {
        actor.require(Action.READ, Book.KIND);
        return Set.copyOf(jdbc.sql(PENDING)
                .param("bureau", actor.bureau().value())
                .param("failure", failure)
                .query((row, n) -> new CustomerId(row.getObject(1, UUID.class)))
                .list());
    }

    /** For which of these failures customers are compensated, and by which types of remedy. */
    public Map<UUID, Map<CustomerId, Set<String>>> standing(Actor actor, Collection<UUID> failures) {
        actor.require(Action.READ, Book.KIND);
        Map<UUID, Map<CustomerId, Set<String>>> standing = new HashMap<>();
        jdbc.sql(STANDING)
                .param("bureau", actor.bureau().value())
                .param("failures", failures.stream().distinct().toArray(UUID[]::new))
                .query((row, n) -> standing.computeIfAbsent(
                                row.getObject("failure", UUID.class), failure -> new HashMap<>())
                        .computeIfAbsent(
                                new CustomerId(row.getObject("customer", UUID.class)), customer -> new HashSet<>())
                        .add(row.getString("type")))
                .list();
        return standing;
    }
}
