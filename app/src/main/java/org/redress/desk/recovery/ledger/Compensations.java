package org.redress.desk.recovery.ledger;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.ledger.Moved.Done;
import org.redress.desk.recovery.ledger.Moved.Refused;
import org.redress.desk.recovery.ledger.Moved.Why;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Scope;
import org.redress.ground.identity.UnitId;
import org.redress.ground.party.CustomerId;
import org.redress.platform.web.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The compensation ledger: double entry, append-only, written by one transaction at a time for each bureau. A compensation is
 * proposed, approved, posted and reversed once each, and always as a whole; the same wish twice changes nothing. What is
 * refused here the database refuses as well. Sums are in the currency of the bureau and rounded by {@link Rounding}.
 */
@Component
public class Compensations {

    /** The kind by which permissions are asked. */
    public static final String KIND = Book.KIND;

    private static final int LONGEST_WHY = 500;

    private final Book book;
    private final CompensationRows rows;
    private final EntryRows entries;
    private final ApprovedRows approvals;
    private final BudgetRows budgets;

    Compensations(Book book, CompensationRows rows, EntryRows entries, ApprovedRows approvals, BudgetRows budgets) {
        this.book = book;
        this.rows = rows;
        this.entries = entries;
        this.approvals = approvals;
        this.budgets = budgets;
    }

    /** The currency in which the bureau gives; there is no other in its ledger. */
    public CurrencyUnit currency(Actor actor) {
        return book.currency(actor);
    }

    /** The day, where the bureau is. */
    public LocalDate today(Actor actor) {
        return book.today(actor);
    }

    /** From here to the end of the running transaction nobody else writes in the bureau's book: what is read now still holds. */
    public void hold(Actor actor) {
        book.hold(actor);
    }

    /**
     * Proposes a compensation by choice; it waits for approvals. Once for its key: again, the one that is there is returned.
     *
     * @throws Problem {@code ledger.sum.…} for a sum that cannot stand in the book, {@code ledger.key} where the key
     *     was used for something else, {@code ledger.twice} where the customer is compensated for the failure already
     */
    @Transactional
    public Compensation propose(Actor actor, Proposal proposal) {
        actor.require(Action.WRITE, KIND);
        SumInBookPolicy.check(proposal.sum(), book.currency(actor));
        book.hold(actor);
        Compensation before =
                rows.ofKeys(actor.bureau(), List.of(proposal.key())).get(proposal.key());
        if (before != null) {
            return same(before, proposal);
        }
        UUID failure = proposal.failure();
        if (failure != null
                && proposal.customer() != null
                && !rows.compensated(actor.bureau(), failure, List.of(proposal.customer()))
                        .isEmpty()) {
            throw Problem.conflict("ledger.twice");
        }
        book.propose(actor, List.of(proposal), Basis.GOODWILL, null, said(proposal.why()));
        return rows.find(actor.bureau(), proposal.id()).orElseThrow();
    }

    static Compensation same(Compensation before, Proposal again) {
        if (!before.sum().equals(again.sum()) || !before.type().equals(again.type())) {
            throw Problem.conflict("ledger.key");
        }
        return before;
    }

    /** Promises what everybody who had to has approved; refused without that, and over a budget whose holder has not said yes. */
    @Transactional
    public Moved approve(Actor actor, CompensationId id) {
        return move(actor, id, Entry.Kind.APPROVE, "");
    }

    /** Refuses or withdraws what is not promised yet. */
    @Transactional
    public Moved refuse(Actor actor, CompensationId id, String why) {
        return move(actor, id, Entry.Kind.REFUSE, why);
    }

    /** Posts what is promised; billing hears of it by the outbox. */
    @Transactional
    public Moved post(Actor actor, CompensationId id) {
        return move(actor, id, Entry.Kind.POST, "");
    }

    /** Takes back what is promised or posted, as a whole and for good; billing hears of it where it had heard of the posting. */
    @Transactional
    public Moved reverse(Actor actor, CompensationId id, String why) {
        return move(actor, id, Entry.Kind.REVERSE, why);
    }

    private Moved move(Actor actor, CompensationId id, Entry.Kind kind, String why) {
        actor.require(Action.WRITE, KIND);
        String said = said(why);
        book.hold(actor);
        Compensation one = rows.find(actor.bureau(), id).orElse(null);
        if (one == null) {
            return new Refused(Why.ABSENT);
        }
        if (one.account() == kind.target()) {
            return new Done(one, true);
        }
        if (!kind.from(one.account())) {
            return new Refused(Why.valueOf(one.account().name()));
        }
        Why against = kind == Entry.Kind.APPROVE ? against(actor, one) : null;
        if (against != null) {
            return new Refused(against);
        }
        book.enter(actor, kind, List.of(one), said);
        return new Done(rows.find(actor.bureau(), id).orElseThrow(), false);
    }

    private @Nullable Why against(Actor actor, Compensation one) {
        ApprovedRows.Approved approved = approvals.of(actor.bureau(), one.id());
        if (one.basis() == Basis.GOODWILL && !approved.yes()) {
            return Why.UNAPPROVED;
        }
        boolean reaches = approved.budget()
                || one.budget() == null
                || budgets.left(actor.bureau(), one.budget()).orElseThrow().reaches(one.sum());
        return reaches ? null : Why.BUDGET;
    }

    static String said(String why) {
        String said = why.strip();
        if (said.length() > LONGEST_WHY) {
            throw Problem.invalid("ledger.why.long", "why", LONGEST_WHY);
        }
        return said;
    }

    public Compensation get(Actor actor, CompensationId id) {
        return find(actor, id).orElseThrow(() -> Problem.absent("ledger.absent"));
    }

    public Optional<Compensation> find(Actor actor, CompensationId id) {
        actor.require(Action.READ, KIND);
        return rows.find(actor.bureau(), id);
    }

    /** Those with these ids, in one query. */
    public Map<CompensationId, Compensation> of(Actor actor, Collection<CompensationId> ids) {
        actor.require(Action.READ, KIND);
        return ids.isEmpty()
                ? Map.of()
                : rows.of(actor.bureau(), ids).stream().collect(Collectors.toMap(Compensation::id, one -> one));
    }

    /** What was ever proposed on these tickets, the latest first; one query. */
    public List<Compensation> ofTickets(Actor actor, Collection<TicketId> tickets) {
        actor.require(Action.READ, KIND);
        UUID[] wanted = tickets.stream().map(TicketId::value).distinct().toArray(UUID[]::new);
        return tickets.isEmpty()
                ? List.of()
                : rows.list(actor.bureau(), CompensationRows.OF_TICKETS, Map.of("tickets", wanted));
    }

    /** What a customer was given since a day, or ever for one of these failures, the latest first. */
    public List<Compensation> ofCustomer(Actor actor, CustomerId customer, LocalDate since, Collection<UUID> failures) {
        actor.require(Action.READ, KIND);
        return rows.list(
                actor.bureau(),
                CompensationRows.OF_CUSTOMER,
                Map.of("customer", customer.value(), "since", since, "failures", failures.toArray(UUID[]::new)));
    }

    /** What customers were given since a day; one query. */
    public List<Compensation> ofCustomers(Actor actor, Collection<CustomerId> customers, LocalDate since) {
        actor.require(Action.READ, KIND);
        UUID[] wanted = customers.stream().map(CustomerId::value).toArray(UUID[]::new);
        return customers.isEmpty()
                ? List.of()
                : rows.list(actor.bureau(), CompensationRows.OF_CUSTOMERS, Map.of("customers", wanted, "since", since));
    }

    /** Those of a run after the last one seen. */
    public List<Compensation> ofRun(Actor actor, UUID run, @Nullable CompensationId after, int limit) {
        actor.require(Action.READ, KIND);
        UUID last = after == null ? new UUID(0, 0) : after.value();
        return rows.list(actor.bureau(), CompensationRows.OF_RUN, Map.of("run", run, "after", last, "limit", limit));
    }

    /**
     * What was ever proposed, the latest first, after the last one seen; of a customer, a budget, a type or a giver, or all.
     * Who sees only their own sees those alone.
     */
    public List<Compensation> list(Actor actor, LedgerFilter filter, int limit) {
        Scope scope = actor.require(Action.READ, KIND);
        LedgerFilter seen = scope == Scope.BUREAU ? filter : filter.givenBy(actor.staff());
        return rows.list(actor.bureau(), seen.where(), seen.params(limit));
    }

    /** Their entries in the order of their steps; one query. */
    public List<Entry> entries(Actor actor, Collection<CompensationId> ids) {
        actor.require(Action.READ, KIND);
        return ids.isEmpty() ? List.of() : entries.of(actor.bureau(), ids);
    }

    /** What is left of the budget that pays for a unit on a day; empty where none was set. */
    public Optional<BudgetLeft> left(Actor actor, UnitId unit, LocalDate day) {
        actor.require(Action.READ, KIND);
        BureauId bureau = actor.bureau();
        UUID budget = budgets.of(bureau, unit, day);
        return budget == null ? Optional.empty() : budgets.left(bureau, budget);
    }

    /** What is left of a budget. */
    public Optional<BudgetLeft> left(Actor actor, UUID budget) {
        actor.require(Action.READ, KIND);
        return budgets.left(actor.bureau(), budget);
    }

    /** What is left of each of these budgets; one query. */
    public List<BudgetLeft> left(Actor actor, Collection<UUID> all) {
        actor.require(Action.READ, KIND);
        return all.isEmpty() ? List.of() : budgets.left(actor.bureau(), all);
    }
}
