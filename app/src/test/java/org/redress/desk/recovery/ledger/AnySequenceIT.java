package org.redress.desk.recovery.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeTry;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.redress.desk.recovery.authority.Approvals;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
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
 * Whatever people do with money, in whatever order, once or twice, and however often their transaction is given up or their
 * connection to the database killed in the middle: the ledger balances, and nothing is above a limit or a budget that nobody
 * has opened.
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
     * @param which of the compensations so far
     * @param who does it
     */
    record Step(Act act, int which, int who, int customer, int fen, End end) {}

    private static final AtomicInteger CUT = new AtomicInteger();

    @Autowired
    private Offices offices;

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
                        Arbitraries.of(Act.class),
                        Arbitraries.integers().between(0, 15),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.of(1, 5_000, 10_000, 10_001, 40_000, 120_000, 290_000),
                        Arbitraries.frequency(
                                Tuple.of(20, End.COMMITTED),
                                Tuple.of(2, End.ABORTED),
                                Tuple.of(1, End.KILLED),
                                Tuple.of(1, End.KILLED_AT_WORK)))
                .as(Step::new);
    }

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void any_sequence_leaves_the_ledger_balanced_and_nothing_above_a_limit_or_a_budget(
            @ForAll @Size(min = 10, max = 40) List<@From("steps") Step> steps) {
        Actor product = offices.found();
        List<Actor> people = List.of(
                offices.hire(product, Posts.AGENT, "2107"),
                offices.hire(product, Posts.AGENT, "2108"),
                offices.hire(product, Posts.HEAD, "2001"),
                offices.hire(product, Posts.DIRECTOR, "2002"),
                offices.hire(product, Posts.GENERAL_MANAGER, "1001"));
        List<CustomerId> customers = List.of(customer(), customer(), customer());
        budget(product, people.get(3), "1000.00");
        List<Proposal> known = new ArrayList<>();

        for (Step step : steps) {
            try {
                Proposal fresh = ended(step.end(), () -> act(product, people, customers, known, step));
                if (fresh != null) {
                    known.add(fresh);
                }
            } catch (Problem refused) {
                assertThat(refused.code()).isEqualTo("approval.nobody");
            }
        }

        holds(product);
    }

    @AfterContainer
    static void connections_were_cut() {
        assertThat(CUT).as("connections that were cut").hasPositiveValue();
    }

    /** Does it in a transaction that ends so; what is new and stays, or null. */
    private @Nullable Proposal ended(End end, Supplier<@Nullable Proposal> act) {
        AtomicReference<@Nullable Proposal> fresh = new AtomicReference<>();
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
        Proposal one = fresh.get();
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

    private @Nullable Proposal act(
            Actor product, List<Actor> people, List<CustomerId> customers, List<Proposal> known, Step step) {
        Actor who = people.get(step.who());
        if (step.act() == Act.GIVE || known.isEmpty()) {
            Proposal fresh = Proposal.of(
                    UUID.randomUUID().toString(),
                    null,
                    customers.get(step.customer()),
                    who.unit(),
                    "bill-credit",
                    null,
                    null,
                    Money.ofMinor(YUAN, step.fen()));
            approvals.give(who, fresh);
            return fresh;
        }
        Proposal one = known.get(step.which() % known.size());
        switch (step.act()) {
            case GIVE_AGAIN -> approvals.give(who, one);
            case APPROVE, REFUSE -> decide(who, one.id(), step.act() == Act.APPROVE);
            case POST -> ledger.post(product, one.id());
            default -> ledger.reverse(who, one.id(), "");
        }
        return null;
    }

    private void decide(Actor who, CompensationId id, boolean yes) {
        if (who.may(Action.ASSIGN, Compensations.KIND)) {
            int open = approvals.of(who, List.of(id)).size();
            approvals.decide(who, id, open, yes, "x");
        }
    }

    private void holds(Actor product) {
        int bureau = product.bureau().value();
        assertThat(balances.drift(product)).isZero();
        assertThat(amount("select coalesce(sum(amount), 0) from recovery.line where bureau = ?", bureau))
                .isZero();
        assertThat(count("""
                        select count(*) from recovery.compensation c where c.bureau = ? and c.account <>
                          (select e.target from recovery.entry e where e.bureau = c.bureau and e.compensation = c.id
                            order by e.entered_at desc, e.id desc limit 1)
                        """, bureau)).isZero();
        assertThat(count("""
                        select count(*) from recovery.compensation c where c.bureau = ? and c.account in ('PROMISED', 'POSTED')
                           and not exists (select from recovery.approval p join identity.staff s on s.bureau = p.bureau and s.id = p.decided_by
                                             join rulebook.rule r on r.bureau = p.bureau and r.code = 'authority.case.' || s.post
                                            where p.bureau = c.bureau and p.compensation = c.id and p.verdict = 'YES'
                                              and p.need in ('OWN', 'AUTHORITY') and r.amount >= c.amount)
                        """, bureau)).as("above the limit of a case").isZero();
        assertThat(count("""
                        select count(*) from (
                          select sum(c.amount) as given, max(r.amount) as most from recovery.approval p
                            join recovery.compensation c on c.bureau = p.bureau and c.id = p.compensation
                            join identity.staff s on s.bureau = p.bureau and s.id = p.decided_by
                            join rulebook.rule r on r.bureau = p.bureau and r.code = 'authority.day.' || s.post
                           where p.bureau = ? and p.verdict = 'YES' and p.need in ('OWN', 'AUTHORITY')
                             and c.account in ('PENDING', 'PROMISED', 'POSTED')
                           group by p.decided_by, p.decided_on) d where d.given > d.most
                        """, bureau)).as("above the limit of a day").isZero();
        assertThat(count("""
                        select count(*) from (
                          select sum(c.amount) as given, max(r.amount) as most from recovery.compensation c
                            join recovery.approval p on p.bureau = c.bureau and p.compensation = c.id and p.verdict = 'YES'
                                                    and p.need in ('OWN', 'AUTHORITY')
                            join identity.staff s on s.bureau = p.bureau and s.id = p.decided_by
                            join rulebook.rule r on r.bureau = p.bureau and r.code = 'authority.customer.' || s.post
                           where c.bureau = ? and c.account in ('PROMISED', 'POSTED') group by c.customer) y where y.given > y.most
                        """, bureau))
                .as("above the limit of a customer's year")
                .isZero();
        assertThat(amount("""
                        select coalesce(sum(c.amount) filter (where not exists (
                                  select from recovery.approval p where p.bureau = c.bureau and p.compensation = c.id and p.need = 'BUDGET')), 0)
                          from recovery.compensation c where c.bureau = ? and c.account in ('PROMISED', 'POSTED')
                        """, bureau))
                .as("above the budget, without its holder")
                .isLessThanOrEqualTo(new BigDecimal("1000.00"));
        assertThat(count("""
                        select count(*) from recovery.approval p where p.bureau = ? and p.need <> 'OWN' and p.decided_by = p.giver
                        """, bureau)).isZero();
    }

    private void budget(Actor product, Actor holder, String sum) {
        jdbc.sql("insert into recovery.book values (?, 'CNY') on conflict do nothing")
                .param(product.bureau().value())
                .update();
        jdbc.sql("""
                        insert into recovery.budget (bureau, id, span, first_day, end_day, sum, currency, holder, set_by, set_at)
                        values (?, gen_random_uuid(), 'YEAR', '2000-01-01', '2200-01-01', ?, 'CNY', ?, ?, now())
                        """)
                .params(
                        product.bureau().value(),
                        new BigDecimal(sum),
                        holder.staff().value(),
                        holder.staff().value())
                .update();
    }

    private long count(String sql, int bureau) {
        return jdbc.sql(sql).param(bureau).query(Long.class).single();
    }

    private BigDecimal amount(String sql, int bureau) {
        return jdbc.sql(sql).param(bureau).query(BigDecimal.class).single();
    }

    private static CustomerId customer() {
        return new CustomerId(UUID.randomUUID());
    }
}
