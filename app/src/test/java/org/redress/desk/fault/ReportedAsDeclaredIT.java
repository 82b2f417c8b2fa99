package org.redress.desk.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.desk.fault.FaultsIT.opened;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.ground.identity.Actors;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.Staff;
import org.redress.ground.party.Customers;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A fault is reported and its exchange declared to be down at the same moment. Both hold the line, so that whoever comes second
 * sees what the first one has written.
 */
@RedressIT
@Tag("S5.6")
class ReportedAsDeclaredIT {

    @Autowired
    Faults faults;

    @Autowired
    Outages outages;

    @Autowired
    LineBook book;

    @Autowired
    Customers customers;

    @Autowired
    Bureaus bureaus;

    @Autowired
    Staff staff;

    @Autowired
    Actors actors;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Clock time;

    private RepairOffice all;

    @BeforeEach
    void open() {
        all = new RepairOffice(bureaus, staff, actors, customers, book);
    }

    private Fault report() {
        return opened(faults.report(all.lin, all.wish(all.fixed)));
    }

    private Outage declare() {
        return outages.declare(
                all.zheng, RepairOffice.EXCHANGE, "光缆被挖断", time.instant().plus(Duration.ofHours(2)));
    }

    /** What comes of both, where the second one begins before the first one is through. */
    private <A, B> void together(Callable<A> first, Callable<B> second) throws Exception {
        try (ExecutorService pool = Executors.newSingleThreadExecutor()) {
            Future<B> later = new TransactionTemplate(transactions).execute(open -> {
                int mine =
                        jdbc.sql("select pg_backend_pid()").query(Integer.class).single();
                call(first);
                Future<B> begun = pool.submit(second);
                Awaitility.await().until(() -> begun.isDone() || waitsFor(mine));
                return begun;
            });
            later.get();
        }
    }

    private static void call(Callable<?> what) {
        try {
            what.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether anybody waits for what another transaction holds. */
    private boolean waitsFor(int backend) {
        return jdbc.sql("select exists (select from pg_stat_activity where ? = any(pg_blocking_pids(pid)))")
                .param(backend)
                .query(Boolean.class)
                .single();
    }

    private void belongsToIt() {
        Outage outage = outages.open(all.lin, RepairOffice.EXCHANGE).orElseThrow();
        assertThat(jdbc.sql("select outage from fault.fault where bureau = ?")
                        .param(all.command.bureau().value())
                        .query(UUID.class)
                        .list())
                .containsExactly(outage.id().value());
    }

    @Test
    void a_declaration_waits_for_a_report_that_is_being_written_and_takes_it_in() throws Exception {
        together(this::report, this::declare);
        belongsToIt();
    }

    @Test
    void a_report_waits_for_a_declaration_that_is_being_written_and_belongs_to_it() throws Exception {
        together(this::declare, this::report);
        belongsToIt();
    }
}
