package org.redress.desk.recovery.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeTry;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.redress.desk.recovery.Remedies;
import org.redress.desk.recovery.RemedyId;
import org.redress.desk.recovery.RemedyKind;
import org.redress.desk.recovery.authority.Approvals;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.JoinResult;
import org.redress.desk.ticket.Joins;
import org.redress.desk.ticket.NewTicket;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.ground.party.CustomerDraft;
import org.redress.ground.party.CustomerId;
import org.redress.platform.web.Problem;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContextManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whatever people do with money, on tickets and without, in whatever order, once or twice, and however often their transaction
 * is given up or their connection to the database killed in the middle: the ledger balances, and nothing is above a limit or a
 * budget that nobody has opened.
 */
@RedressIT
@Tag("S4.4")
class AnySequenceIT {

    private static final CurrencyUnit YUAN = CurrencyUnit.of("CNY");

    /** What somebody does. */
    enum Act {
        GIVE,
        GIVE_AGAIN,
        APPROVE,
        REFUSE,
        POST,
        REVERSE
    }

    /** How the transaction of a step ends. */
    enum End {
        COMMITTED,
        /** Given up after it. */
        ABORTED,
        /** Its connection is killed after it, before the commit. */
        KILLED,
        /** Its connection is killed at whatever moment. */
        KILLED_AT_WORK
    }

    /**
     * A step of a sequence.
     *
     * @param which of the compensations so far, from the latest on
     * @param who does it
     * @param where on which ticket, or from how many tickets on without one
     */
    record Step(Act act, int which, int who, int where, int fen, End end) {}

    /**
     * What was proposed.
     *
     * @param proposal null where it was given on a ticket
     * @param ticket null where it was given on none
     */
    private record Known(
            CompensationId id,
            @Nullable Proposal proposal,
            @Nullable TicketId ticket) {}

    /**
     * Where money is given.
     *
     * @param tickets the first two of them joined, of one customer
     * @param customers of no ticket
     */
    private record Places(List<TicketId> tickets, List<CustomerId> customers) {}

    /** A director gives on a ticket by their own right, and so much more that somebody else has to say yes to it. */
    private static final List<Step> TWO_SUMS = List.of(
            new Step(Act.GIVE, 0, 3, 2, 70_000, End.COMMITTED),
            new Step(Act.GIVE_AGAIN, 0, 3, 2, 70_000, End.COMMITTED),
            new Step(Act.APPROVE, 0, 0, 0, 0, End.COMMITTED));

    private static final AtomicInteger CUT = new AtomicInteger();
    private static final AtomicInteger ADDED_UP = new AtomicInteger();
    private static final AtomicInteger LARGE = new AtomicInteger();

    @Autowired
    private Offices offices;

    @Autowired
    private Tickets tickets;

    @Autowired
    private Joins joins;

    @Autowired
    private Remedies remedies;

    @Autowired
    private Approvals approvals;

    @Autowired
    private Compensations ledger;

    @Autowired
    private Balances balances;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @BeforeTry
    void enter() throws Exception {
        new TestContextManager(AnySequenceIT.class).prepareTestInstance(this);
    }

    @Provide
    Arbitrary<Step> steps() {
        return Combinators.combine(
                        Arbitraries.frequency(
                                Tuple.of(3, Act.GIVE),
                                Tuple.of(3, Act.GIVE_AGAIN),
                                Tuple.of(6, Act.APPROVE),
                                Tuple.of(1, Act.REFUSE),
                                Tuple.of(2, Act.POST),
                                Tuple.of(2, Act.REVERSE)),
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.of(1, 5_000, 10_000, 10_001, 40_000, 70_000, 120_000, 290_000),
                        Arbitraries.frequency(
                                Tuple.of(20, End.COMMITTED),
                                Tuple.of(2, End.ABORTED),
                                Tuple.of(1, End.KILLED),
                                Tuple.of(1, End.KILLED_AT_WORK)))
                .as(Step::new);
    }

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void any_sequence_leaves_the_ledger_balanced_and_nothing_above_a_limit_or_a_budget(
            @ForAll @Size(min = 10, max = 40) List<@From("steps") Step> steps,
            @ForAll @IntRange(min = 1, max = 9) int thousands) {
        Actor product = offices.found();
        List<Actor> people = List.of(
                offices.hire(product, Posts.AGENT, "2107"),
                offices.hire(product, Posts.AGENT, "2108"),
                offices.hire(product, Posts.HEAD, "2001"),
                offices.hire(product, Posts.DIRECTOR, "2002"),
                offices.hire(product, Posts.GENERAL_MANAGER, "1001"));
        Places places = places(people.get(2));
        BigDecimal budget = BigDecimal.valueOf(thousands * 1000L);
        budget(product, people.get(3), budget);
        List<Known> known = new ArrayList<>();

        List<Step> before = thousands > 5 ? TWO_SUMS : List.of();
        for (Step step : Stream.concat(before.stream(), steps.stream()).toList()) {
            try {
                Known fresh = ended(step.end(), () -> act(product, people, places, known, step));
                if (fresh != null) {
                    known.add(fresh);
                }
            } catch (Problem refused) {
                assertThat(refused.code()).isIn("approval.nobody", "remedy.twice");
            }
        }

        LedgerAudit audit = new LedgerAudit(jdbc, balances, product);
        audit.balanced();
        audit.withinLimits();
        audit.withinBudget(budget);
        List<LedgerAudit.Case> cases =
                audit.cases(places.tickets().getFirst(), places.tickets().get(1));
        ADDED_UP.addAndGet((int) cases.stream().filter(one -> one.sums() > 1).count());
        LARGE.addAndGet((int) cases.stream().filter(LedgerAudit.Case::large).count());
    }

    private Places places(Actor head) {
        TicketId lead = ticket(head, "13812342046");
        TicketId joined = ticket(head, "13812342046");
        assertThat(joins.join(head, joined, lead, "同一件事")).isInstanceOf(JoinResult.Joined.class);
        return new Places(
                List.of(lead, joined, ticket(head, "13912340099")), List.of(customer(), customer(), customer()));
    }

    private TicketId ticket(Actor by, String phone) {
        CustomerDraft customer = new CustomerDraft("desk", null, "周女士", phone, "+86" + phone, null, null);
        return tickets.open(
                        by,
                        new NewTicket(TicketKind.COMPLAINT, Channel.HOT_LINE, "", "发票没有开", customer, null, null, null))
                .id();
    }

    @AfterContainer
    static void connections_were_cut_and_sums_added_up() {
        assertThat(CUT).as("connections that were cut").hasPositiveValue();
        assertThat(ADDED_UP).as("cases of several sums").hasPositiveValue();
        assertThat(LARGE).as("cases above the sum that two people approve").hasPositiveValue();
    }

    /** Does it in a transaction that ends so; what is new and stays, or null. */
    private @Nullable Known ended(End end, Supplier<@Nullable Known> act) {
        AtomicReference<@Nullable Known> fresh = new AtomicReference<>();
        AtomicReference<@Nullable Thread> killer = new AtomicReference<>();
        try {
            new TransactionTemplate(transactions).executeWithoutResult(status -> {
                int own =
                        jdbc.sql("select pg_backend_pid()").query(Integer.class).single();
                if (end == End.KILLED_AT_WORK) {
                    killer.set(Thread.ofVirtual().start(() -> kill(own)));
                }
                try {
                    fresh.set(act.get());
                    if (end == End.KILLED) {
                        killer.set(Thread.ofVirtual().start(() -> kill(own)));
                    }
                } finally {
                    await(killer.get()); // the connection is nobody else's yet
                }
                if (end == End.ABORTED) {
                    status.setRollbackOnly();
                }
            });
        } catch (DataAccessException | TransactionException cut) {
            assertThat(killer).as("%s", cut).doesNotHaveNullValue();
            CUT.incrementAndGet();
        }
        Known one = fresh.get();
        return one != null && end != End.ABORTED && there(one.id()) ? one : null;
    }

    private static void await(@Nullable Thread thread) {
        if (thread != null) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    /** Comes back when that connection is gone. */
    private void kill(int connection) {
        jdbc.sql("select pg_terminate_backend(?, 10000)")
                .param(connection)
                .query(Boolean.class)
                .single();
    }

    private boolean there(CompensationId id) {
        return jdbc.sql("select exists (select from recovery.compensation where id = ?)")
                .param(id.value())
                .query(Boolean.class)
                .single();
    }

    private @Nullable Known act(Actor product, List<Actor> people, Places places, List<Known> known, Step step) {
        Actor who = people.get(step.who());
        Money sum = Money.ofMinor(YUAN, step.fen());
        if (step.act() == Act.GIVE || known.isEmpty()) {
            return step.where() < places.tickets().size()
                    ? onTicket(who, places.tickets().get(step.where()), sum)
                    : without(
                            who,
                            places.customers()
                                    .get(step.where() - places.tickets().size()),
                            sum);
        }
        Known one = known.get(Math.max(0, known.size() - 1 - step.which()));
        switch (step.act()) {
            case GIVE_AGAIN -> {
                if (one.ticket() != null) {
                    return onTicket(who, one.ticket(), sum);
                }
                approvals.give(who, Objects.requireNonNull(one.proposal()));
            }
            case APPROVE, REFUSE -> decide(people.get(2 + step.who() % 3), one.id(), step.act() == Act.APPROVE);
            case POST -> ledger.post(product, one.id());
            default -> ledger.reverse(who, one.id(), "");
        }
        return null;
    }

    private Known onTicket(Actor who, TicketId ticket, Money sum) {
        RemedyId id = remedies.give(who, ticket, RemedyKind.BILL_CREDIT, sum, "", "又错了一次");
        return new Known(new CompensationId(id.value()), null, ticket);
    }

    private Known without(Actor who, CustomerId customer, Money sum) {
        Proposal fresh =
                Proposal.of(UUID.randomUUID().toString(), null, customer, who.unit(), "bill-credit", null, null, sum);
        approvals.give(who, fresh);
        return new Known(fresh.id(), fresh, null);
    }

    private void decide(Actor who, CompensationId id, boolean yes) {
        int open = approvals.of(who, List.of(id)).size();
        approvals.decide(who, id, open, yes, "x");
    }

    private void budget(Actor product, Actor holder, BigDecimal sum) {
        jdbc.sql("insert into recovery.book values (?, 'CNY') on conflict do nothing")
                .param(product.bureau().value())
                .update();
        jdbc.sql("""
                        insert into recovery.budget (bureau, id, span, first_day, end_day, sum, currency, holder, set_by, set_at)
                        values (?, gen_random_uuid(), 'YEAR', '2000-01-01', '2200-01-01', ?, 'CNY', ?, ?, now())
                        """)
                .params(
                        product.bureau().value(),
                        sum,
                        holder.staff().value(),
                        holder.staff().value())
                .update();
    }

    private static CustomerId customer() {
        return new CustomerId(UUID.randomUUID());
    }
}
