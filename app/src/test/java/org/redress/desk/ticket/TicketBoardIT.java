package org.redress.desk.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.Grant;
import org.redress.ground.identity.Scope;
import org.redress.ground.identity.Staff;
import org.redress.platform.web.Problem;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RedressIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TicketBoardIT {

    private static final int ENDED = 40_000;
    private static final int OPEN = 1_200;
    /** The head has none of her own, and whether something falls due today depends on the hour of the test. */
    private static final Set<TicketView> WITHOUT_ROWS =
            EnumSet.of(TicketView.MINE, TicketView.DUE_TODAY, TicketView.CLOSED);

    private static final Set<TicketView> OPEN_VIEWS = Arrays.stream(TicketView.values())
            .filter(view -> !view.latestFirst())
            .collect(Collectors.toSet());

    @Autowired
    TicketBoard board;

    @Autowired
    Bureaus bureaus;

    @Autowired
    Staff staff;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    NamedParameterJdbcTemplate named;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Clock clock;

    private DeskFixture desk;

    @BeforeAll
    void fill() {
        desk = new DeskFixture(bureaus, staff);
        ManyTickets.add(jdbc, desk, ENDED, OPEN);
        jdbc.sql("update ticket.ticket set offered_to = ? where bureau = ? and open and number % 9 = 0")
                .params(desk.head.staff().value(), desk.bureau.id().value())
                .update();
    }

    /** osTicket #5589: counts in the menu differed from the export. */
    @ParameterizedTest
    @EnumSource
    void list_count_and_export_of_a_view_hold_the_same_tickets_in_the_same_order(TicketView view) {
        // The long past of the closed ones is looked at through one of its people only.
        TicketFilter filter =
                view == TicketView.CLOSED ? new TicketFilter(null, null, null, "no such type") : TicketFilter.NONE;
        List<TicketId> listed = new ArrayList<>();
        TicketPage page = board.page(desk.head, view, filter, null, 100);
        assertThat(page.back()).isNull();
        while (true) {
            page.cards().forEach(card -> listed.add(card.id()));
            if (page.next() == null) {
                break;
            }
            page = board.page(desk.head, view, filter, page.next(), 100);
        }
        List<TicketId> exported = new ArrayList<>();
        board.export(desk.head, view, filter, card -> exported.add(card.id()));
        assertThat(listed).doesNotHaveDuplicates().isEqualTo(exported);
        assertThat(board.count(desk.head, view, filter)).isEqualTo(listed.size());
        if (OPEN_VIEWS.contains(view)) {
            assertThat(board.tallies(desk.head))
                    .hasEntrySatisfying(view, tally -> assertThat(tally.total()).isEqualTo(listed.size()));
        }
        if (OPEN_VIEWS.contains(view) && !WITHOUT_ROWS.contains(view)) {
            assertThat(listed).isNotEmpty();
        }
    }

    @Test
    void what_falls_due_next_comes_first_and_what_does_not_fall_due_last() {
        List<TicketCard> cards = new ArrayList<>();
        board.export(desk.head, TicketView.OPEN, TicketFilter.NONE, cards::add);
        assertThat(cards)
                .extracting(TicketCard::dueAt)
                .isSortedAccordingTo(Comparator.nullsLast(Comparator.naturalOrder()));
        assertThat(cards.getLast().dueAt()).isNull();
    }

    @Test
    void one_can_leaf_back_through_a_list_as_through_it() {
        TicketPage first = board.page(desk.lin, TicketView.MINE, TicketFilter.NONE, null, 20);
        TicketPage second = board.page(desk.lin, TicketView.MINE, TicketFilter.NONE, first.next(), 20);
        TicketPage third = board.page(desk.lin, TicketView.MINE, TicketFilter.NONE, second.next(), 20);
        TicketPage secondAgain = board.page(desk.lin, TicketView.MINE, TicketFilter.NONE, third.back(), 20);
        assertThat(secondAgain.cards()).isEqualTo(second.cards());
        TicketPage firstAgain = board.page(desk.lin, TicketView.MINE, TicketFilter.NONE, secondAgain.back(), 20);
        assertThat(firstAgain.cards()).isEqualTo(first.cards());
        assertThat(firstAgain.back()).isNull();
        assertThat(firstAgain.next()).isEqualTo(first.next());
    }

    @Test
    void the_closed_are_listed_too_the_latest_received_first() {
        TicketPage first = board.page(desk.head, TicketView.CLOSED, TicketFilter.NONE, null, 50);
        TicketPage second = board.page(desk.head, TicketView.CLOSED, TicketFilter.NONE, first.next(), 50);
        List<TicketCard> both = new ArrayList<>(first.cards());
        both.addAll(second.cards());
        assertThat(both).hasSize(100).extracting(TicketCard::receivedAt).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(board.count(desk.head, TicketView.CLOSED, TicketFilter.NONE)).isEqualTo(ENDED);
    }

    @ParameterizedTest
    @EnumSource
    void every_view_is_read_from_its_own_index_and_no_row_in_vain(TicketView view) {
        ViewSql sql = ViewSql.of(desk.lin, Action.READ, view, clock.instant());
        JsonNode plan = JsonMapper.shared()
                .readTree(named.queryForObject(
                        "explain (analyze, format json) select t.id from ticket.ticket t where " + sql.where()
                                + sql.order() + " limit 51",
                        sql.params(),
                        String.class))
                .get(0)
                .get("Plan");
        List<JsonNode> scans = new ArrayList<>();
        collect(plan, scans);
        assertThat(scans).hasSize(1);
        JsonNode scan = scans.getFirst();
        assertThat(scan.get("Node Type").asString()).isIn("Index Scan", "Index Only Scan");
        assertThat(scan.get("Index Name").asString())
                .isEqualTo(
                        switch (view) {
                            case MINE -> "ticket_open_responsible";
                            case OFFERED -> "ticket_offered";
                            case UNIT -> "ticket_open_unit";
                            case UNCLAIMED -> "ticket_unclaimed";
                            case UNCLASSIFIED -> "ticket_unclassified";
                            case CLASSIFIED -> "ticket_classified";
                            case DUE_TODAY, LATE, OPEN -> "ticket_open";
                            case PAUSED -> "ticket_paused";
                            case RESOLVED -> "ticket_resolved";
                            case CLOSED -> "ticket_ended";
                            case RECEIVED_TODAY -> "ticket_received";
                            case RESOLVED_TODAY -> "ticket_resolved_at";
                            case CLOSED_TODAY -> "ticket_closed_at";
                            case ANSWERED -> "ticket_reply_ended";
                        });
        assertThat(scan.path("Rows Removed by Filter").asLong(0)).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"MINE", "UNIT", "OPEN"})
    void the_most_severe_come_from_an_index_of_their_own_and_no_row_is_sorted(TicketView view) {
        ViewSql sql = ViewSql.of(
                desk.lin,
                Action.READ,
                view,
                TicketFilter.NONE,
                TicketOrder.SEVERITY,
                clock.instant(),
                java.util.Set::of);
        JsonNode plan = JsonMapper.shared()
                .readTree(named.queryForObject(
                        "explain (analyze, format json) select t.id from ticket.ticket t where " + sql.where()
                                + sql.order() + " limit 51",
                        sql.params(),
                        String.class))
                .get(0)
                .get("Plan");
        List<JsonNode> scans = new ArrayList<>();
        collect(plan, scans);
        assertThat(plan.toString()).doesNotContain("Sort");
        assertThat(scans).hasSize(1);
        assertThat(scans.getFirst().get("Index Name").asString())
                .isEqualTo(
                        switch (view) {
                            case MINE -> "ticket_open_severity_responsible";
                            case UNIT -> "ticket_open_severity_unit";
                            default -> "ticket_open_severity";
                        });
        assertThat(scans.getFirst().path("Rows Removed by Filter").asLong(0)).isZero();
    }

    @Test
    void the_most_severe_come_first_page_by_page_there_and_back_and_a_grade_narrows() {
        List<TicketCard> all = new ArrayList<>();
        TicketPage page = board.page(desk.lin, TicketView.MINE, TicketFilter.NONE, TicketOrder.SEVERITY, null, 20);
        TicketPage first = page;
        all.addAll(page.cards());
        while (page.next() != null) {
            page = board.page(desk.lin, TicketView.MINE, TicketFilter.NONE, TicketOrder.SEVERITY, page.next(), 20);
            all.addAll(page.cards());
        }
        assertThat(all)
                .hasSize(Math.toIntExact(board.count(desk.lin, TicketView.MINE, TicketFilter.NONE)))
                .doesNotHaveDuplicates()
                .extracting(TicketCard::points)
                .isSortedAccordingTo(Comparator.reverseOrder())
                .contains(-1);
        TicketPage second =
                board.page(desk.lin, TicketView.MINE, TicketFilter.NONE, TicketOrder.SEVERITY, first.next(), 20);
        assertThat(board.page(desk.lin, TicketView.MINE, TicketFilter.NONE, TicketOrder.SEVERITY, second.back(), 20)
                        .cards())
                .isEqualTo(first.cards());
        TicketFilter grave = new TicketFilter(null, null, null, null, null, Grade.GRAVE);
        assertThat(board.page(desk.lin, TicketView.MINE, grave, TicketOrder.SEVERITY, null, 200)
                        .cards())
                .hasSize(Math.toIntExact(board.count(desk.lin, TicketView.MINE, grave)))
                .isNotEmpty()
                .allSatisfy(card -> assertThat(card.severity()).isEqualTo(Grade.GRAVE));
        assertThatThrownBy(() ->
                        board.page(desk.lin, TicketView.MINE, TicketFilter.NONE, TicketOrder.DUE, first.next(), 20))
                .isInstanceOf(Problem.class);
    }

    private static void collect(JsonNode plan, List<JsonNode> scans) {
        if (plan.get("Node Type").asString().contains("Scan")) {
            scans.add(plan);
        }
        plan.path("Plans").forEach(below -> collect(below, scans));
    }

    /** OCA helpdesk #240, #475: a board over closed tickets stopped opening. */
    @Test
    void no_desk_page_and_no_figure_reads_what_is_closed() {
        assertThat(rowsRead(() -> board.tallies(desk.head))).isLessThanOrEqualTo(OPEN);
        assertThat(rowsRead(() -> board.talliesByKind(desk.head))).isLessThanOrEqualTo(OPEN);
        assertThat(rowsRead(() -> board.figures(desk.head, clock.instant()))).isLessThanOrEqualTo(3 * OPEN);
        for (TicketView view : OPEN_VIEWS) {
            assertThat(rowsRead(() -> board.page(desk.lin, view, TicketFilter.NONE, null, 50)))
                    .isLessThanOrEqualTo(51);
            assertThat(rowsRead(() -> board.count(desk.lin, view, TicketFilter.NONE)))
                    .isLessThanOrEqualTo(OPEN);
        }
    }

    @Test
    void the_menu_reads_what_is_due_and_what_is_ones_own_and_nothing_else_of_what_is_open() {
        long due = board.count(desk.lin, TicketView.LATE, TicketFilter.NONE)
                + board.count(desk.lin, TicketView.DUE_TODAY, TicketFilter.NONE);
        long own = board.count(desk.lin, TicketView.MINE, TicketFilter.NONE)
                + board.count(desk.lin, TicketView.OFFERED, TicketFilter.NONE);
        assertThat(due + own).isBetween(1L, OPEN - 1L);

        assertThat(rowsRead(() -> board.tallies(desk.lin))).isLessThanOrEqualTo(due + own);
        assertThat(rowsRead(() -> board.talliesByKind(desk.lin))).isLessThanOrEqualTo(due);
        assertThat(rowsRead(() -> board.count(desk.lin, TicketView.OPEN, TicketFilter.NONE)))
                .isZero();
    }

    /** Rows of the ticket table that were fetched; a scan of the whole table counts as all of them. */
    private long rowsRead(Supplier<?> work) {
        return new TransactionTemplate(transactions).execute(status -> {
            long before = fetched();
            assertThat(work.get()).isNotNull();
            return fetched() - before;
        });
    }

    private long fetched() {
        return jdbc.sql("""
                        select coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0)
                          from pg_stat_xact_user_tables where schemaname = 'ticket' and relname = 'ticket'
                        """).query((row, n) -> row.getLong(1)).single();
    }

    @Test
    void the_figures_of_the_ring_are_those_of_the_lists() {
        RingFigures ring = board.figures(desk.head, clock.instant());
        assertThat(ring.identify().waiting())
                .isEqualTo(board.count(desk.head, TicketView.UNCLASSIFIED, TicketFilter.NONE))
                .isPositive();
        assertThat(ring.recover().waiting())
                .isEqualTo(board.count(desk.head, TicketView.CLASSIFIED, TicketFilter.NONE))
                .isPositive();
        TicketFilter late = new TicketFilter(null, null, null, null, Due.LATE);
        assertThat(ring.identify().late()).isEqualTo(board.count(desk.head, TicketView.UNCLASSIFIED, late));
        assertThat(ring.recover().late()).isEqualTo(board.count(desk.head, TicketView.CLASSIFIED, late));
        assertThat(ring.close().waiting())
                .isEqualTo(board.count(desk.head, TicketView.RESOLVED, TicketFilter.NONE))
                .isPositive();
        assertThat(ring.identify().waiting()
                        + ring.recover().waiting()
                        + ring.close().waiting())
                .isEqualTo(OPEN);
        assertThat(ring.identify().late() + ring.recover().late())
                .isEqualTo(board.count(desk.head, TicketView.LATE, TicketFilter.NONE))
                .isPositive();
        assertThat(ring.identify().dueToday() + ring.recover().dueToday())
                .isEqualTo(board.count(desk.head, TicketView.DUE_TODAY, TicketFilter.NONE));
        assertThat(ring.answered()).isPositive().isEqualTo(ring.answeredInTime());
    }

    @Test
    void a_list_holds_what_lies_in_the_readers_scope_and_nothing_else() {
        Actor unit = desk.with(desk.lin, new Grant(Action.READ, "ticket", Scope.UNIT));
        Actor own = desk.with(desk.tang, new Grant(Action.READ, "ticket", Scope.OWN));
        assertThat(board.count(unit, TicketView.OPEN, TicketFilter.NONE)).isEqualTo(OPEN / 2);
        assertThat(board.page(unit, TicketView.OPEN, TicketFilter.NONE, null, 200)
                        .cards())
                .isNotEmpty()
                .allSatisfy(card -> assertThat(card.unit()).isEqualTo(desk.hotLine.id()));
        assertThat(board.page(own, TicketView.OPEN, TicketFilter.NONE, null, 50).cards())
                .isEmpty();
        List<TicketId> all = board.page(desk.head, TicketView.OPEN, TicketFilter.NONE, null, 50).cards().stream()
                .map(TicketCard::id)
                .toList();
        assertThat(board.cards(desk.head, all)).extracting(TicketCard::id).isEqualTo(all);
        assertThat(board.cards(own, all)).isEmpty();
        assertThat(board.figures(own, clock.instant()).identify().waiting()).isZero();
        assertThatThrownBy(() -> board.export(desk.lin, TicketView.OPEN, TicketFilter.NONE, card -> {}))
                .isInstanceOf(Problem.class);
    }

    @Test
    void a_filter_narrows_any_view() {
        TicketFilter pending = new TicketFilter(TicketKind.COMPLAINT, TicketState.PENDING, Channel.HOT_LINE, "x");
        TicketPage page = board.page(desk.head, TicketView.PAUSED, pending, null, 200);
        assertThat(page.cards()).isNotEmpty().allSatisfy(card -> {
            assertThat(card.state()).isEqualTo(TicketState.PENDING);
            assertThat(card.type()).isEqualTo("x");
        });
        assertThat(board.count(desk.head, TicketView.OPEN, new TicketFilter(TicketKind.PRAISE, null, null, null)))
                .isZero();
    }
}
