package org.redress.desk.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.Grant;
import org.redress.ground.identity.Scope;
import org.redress.ground.identity.Staff;
import org.redress.platform.jobs.RecurringJob;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@RedressIT
@ExtendWith(OutputCaptureExtension.class)
@Tag("S5.1")
class OpenTalliesIT {

    private static final int ENDED = 200;
    private static final int OPEN = 400;
    private static final int WRITERS = 4;
    private static final int CHANGES = 250;

    /** What changes of a ticket, most of it what is counted by; one in many changes nothing that counts. */
    private static final List<String> DEEDS = List.of(
            "state = 'closed'",
            "state = 'inProgress'",
            "state = 'pending', paused = true",
            "state = 'resolved', paused = false",
            "unit = case when unit = :hotLine then :counter else :hotLine end",
            "kind = case when kind = 'FAULT' then 'COMPLAINT' else 'FAULT' end",
            "taken_at = case when taken_at is null then now() end",
            "failure_type = 'x', classified_by = :lin, classified_at = now()",
            "failure_type = null, classified_by = null, classified_at = null",
            "paused = not paused",
            "subject = subject || '.'",
            "due_at = now() - interval '1 hour'");

    @Autowired
    OpenTallies tallies;

    @Autowired
    TicketBoard board;

    @Autowired
    Bureaus bureaus;

    @Autowired
    Staff staff;

    @Autowired
    List<RecurringJob> jobs;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Clock clock;

    private DeskFixture desk;

    @BeforeEach
    void fill() {
        desk = new DeskFixture(bureaus, staff);
        ManyTickets.add(jdbc, desk, ENDED, OPEN);
    }

    @Test
    void whoever_changes_tickets_at_once_and_whoever_folds_meanwhile_the_counts_are_what_is_open() throws Exception {
        List<UUID> ids = jdbc.sql("select id from ticket.ticket where bureau = ?")
                .param(desk.bureau.id().value())
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
        AtomicBoolean writing = new AtomicBoolean(true);
        try (ExecutorService people = Executors.newFixedThreadPool(WRITERS + 2)) {
            List<Future<Integer>> folding = Stream.generate(() -> people.submit(folding(writing)))
                    .limit(2)
                    .toList();
            List<Future<Integer>> changing = new ArrayList<>();
            for (int n = 0; n < WRITERS; n++) {
                changing.add(people.submit(changing(ids, new Random(n))));
            }
            for (Future<Integer> one : changing) {
                assertThat(one.get()).isEqualTo(CHANGES);
            }
            writing.set(false);
            for (Future<Integer> one : folding) {
                assertThat(one.get()).as("folded while others wrote").isPositive();
            }
        }

        theCountsAreWhatIsOpen();
        assertThat(tallies.mend(desk.bureau.id())).as("drift").isZero();
        tallies.fold(desk.bureau.id());
        assertThat(waiting()).isZero();
        theCountsAreWhatIsOpen();
        assertThat(tallies.mend(desk.bureau.id())).as("drift").isZero();
    }

    private Callable<Integer> changing(List<UUID> ids, Random random) {
        return () -> {
            for (int n = 0; n < CHANGES; n++) {
                boolean kept = random.nextInt(10) > 0;
                UUID id = ids.get(random.nextInt(ids.size()));
                String deed = DEEDS.get(random.nextInt(DEEDS.size()));
                new TransactionTemplate(transactions).executeWithoutResult(status -> {
                    change(id, deed);
                    if (!kept) {
                        status.setRollbackOnly();
                    }
                });
            }
            return CHANGES;
        };
    }

    private void change(UUID id, String deed) {
        Map<String, UUID> named = new HashMap<>(Map.of(
                "hotLine", desk.hotLine.id().value(),
                "counter", desk.counter.id().value(),
                "lin", desk.lin.staff().value()));
        jdbc.sql("update ticket.ticket set " + deed + " where bureau = :bureau and id = :id")
                .params(named)
                .param("bureau", desk.bureau.id().value())
                .param("id", id)
                .update();
    }

    private Callable<Integer> folding(AtomicBoolean writing) {
        return () -> {
            int folded = 0;
            while (writing.get()) {
                tallies.fold(desk.bureau.id());
                folded++;
            }
            return folded;
        };
    }

    private void theCountsAreWhatIsOpen() {
        Map<TicketView, TicketBoard.Tally> kept = board.tallies(desk.head);
        for (TicketView view : TicketView.values()) {
            if (!view.latestFirst()) {
                assertThat(kept.get(view)).as(view.name()).isEqualTo(counted(desk.head, view, TicketFilter.NONE));
            }
        }
        Map<TicketKind, TicketBoard.Tally> kinds = board.talliesByKind(desk.head);
        for (TicketKind kind : TicketKind.values()) {
            assertThat(kinds.get(kind))
                    .as(kind.name())
                    .isEqualTo(counted(desk.head, TicketView.OPEN, new TicketFilter(kind, null, null, null)));
        }
    }

    /** From the tickets themselves, as they are exported. */
    private TicketBoard.Tally counted(Actor reader, TicketView view, TicketFilter filter) {
        List<TicketCard> cards = exported(reader, view, filter);
        return new TicketBoard.Tally(
                cards.size(),
                cards.stream()
                        .filter(card -> card.dueAt() != null && card.dueAt().isBefore(clock.instant()))
                        .count());
    }

    private List<TicketCard> exported(Actor reader, TicketView view, TicketFilter filter) {
        List<TicketCard> cards = new ArrayList<>();
        board.export(reader, view, filter, cards::add);
        return cards;
    }

    @Test
    void list_count_and_export_of_every_view_agree_for_every_reach_and_however_it_is_narrowed() {
        List<Actor> readers = Arrays.stream(Scope.values())
                .map(scope -> desk.with(
                        desk.lin, new Grant(Action.READ, "ticket", scope), new Grant(Action.EXPORT, "ticket", scope)))
                .toList();
        List<TicketFilter> filters = List.of(
                TicketFilter.NONE,
                new TicketFilter(TicketKind.COMPLAINT, null, null, null),
                new TicketFilter(null, TicketState.PENDING, null, null),
                new TicketFilter(TicketKind.COMPLAINT, TicketState.RESOLVED, Channel.HOT_LINE, null),
                new TicketFilter(null, null, null, "x", Due.LATE));
        for (Actor reader : readers) {
            for (TicketView view : TicketView.values()) {
                for (TicketFilter filter : filters) {
                    List<TicketId> exported = exported(reader, view, filter).stream()
                            .map(TicketCard::id)
                            .toList();
                    assertThat(board.count(reader, view, filter))
                            .as("%s of %s", view, filter)
                            .isEqualTo(exported.size());
                    assertThat(board.page(reader, view, filter, null, 200).cards())
                            .extracting(TicketCard::id)
                            .isEqualTo(exported.subList(0, Math.min(200, exported.size())));
                }
                if (!view.latestFirst()) {
                    assertThat(board.tallies(reader).get(view)).isEqualTo(counted(reader, view, TicketFilter.NONE));
                }
            }
        }
    }

    @Test
    void a_count_that_is_not_what_is_open_is_told_and_put_right(CapturedOutput output) {
        int bureau = desk.bureau.id().value();
        tallies.fold(desk.bureau.id());
        jdbc.sql("""
                        update ticket.tally set n = n + 3
                         where (bureau, unit, kind, state, taken, classified, paused)
                             = (select bureau, unit, kind, state, taken, classified, paused from ticket.tally
                                 where bureau = ? and n > 0 order by n limit 1)
                        """).param(bureau).update();
        assertThat(board.tallies(desk.head).get(TicketView.OPEN))
                .isNotEqualTo(counted(desk.head, TicketView.OPEN, TicketFilter.NONE));

        jobs.stream()
                .filter(job -> job.name().equals("tally-drift"))
                .findFirst()
                .orElseThrow()
                .work()
                .run();

        assertThat(output.getAll()).contains("1 kept counts of open tickets of bureau " + bureau);
        theCountsAreWhatIsOpen();
        assertThat(tallies.mend(desk.bureau.id())).isZero();
    }

    private long waiting() {
        return jdbc.sql("select count(*) from ticket.tally_change where bureau = ?")
                .param(desk.bureau.id().value())
                .query(Long.class)
                .single();
    }
}
