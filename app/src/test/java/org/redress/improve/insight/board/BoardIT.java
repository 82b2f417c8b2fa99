package org.redress.improve.insight.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.desk.ticket.TicketChanged;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.improve.insight.Cause;
import org.redress.improve.insight.CauseId;
import org.redress.improve.insight.Causes;
import org.redress.improve.insight.SomeFacts;
import org.redress.platform.text.Sheet;
import org.redress.platform.text.Words;
import org.redress.platform.web.Pareto;
import org.redress.platform.web.Problem;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.redress.support.SheetRead;
import org.springframework.beans.factory.annotation.Autowired;

@RedressIT
class BoardIT {

    private static final Words WORDS = Words.of(Words.ENGLISH);

    @Autowired
    Offices offices;

    @Autowired
    Board board;

    @Autowired
    BoardFiles files;

    @Autowired
    BoardRows rows;

    @Autowired
    Causes causes;

    @Autowired
    SomeFacts facts;

    @Autowired
    Clock clock;

    private Actor actor;
    private List<CauseId> all;
    private LocalDate today;

    @BeforeEach
    void found() {
        actor = offices.found();
        all = causes.offered(actor).stream()
                .filter(cause -> cause.depth() == 1)
                .map(Cause::id)
                .toList();
        today = LocalDate.ofInstant(clock.instant(), actor.zone());
    }

    private static BoardRequest request(@Nullable String by, @Nullable String of) {
        return new BoardRequest(null, null, null, null, null, null, null, by, of, null, null);
    }

    private BoardPage page(@Nullable String by, @Nullable String of) {
        return board.page(actor, WORDS, request(by, of));
    }

    /** In the last thirteen weeks: 20 of the first cause, 19 of the second, and so on; 5 without one, 2 still open. */
    private void happened() {
        Instant from = today.minusDays(80).atStartOfDay(actor.zone()).toInstant();
        for (int i = 0; i < 14; i++) {
            List<TicketChanged.Fact> some = SomeFacts.spread(actor, "place " + i % 3, from, 79, 20 - i);
            facts.send(actor, some);
            facts.name(actor, all.get(i), some, clock.instant());
        }
        facts.send(actor, SomeFacts.spread(actor, "place 0", from, 79, 5));
        List<TicketChanged.Fact> open = new ArrayList<>();
        SomeFacts.spread(actor, "place 0", from, 79, 2)
                .forEach(one ->
                        open.add(SomeFacts.fact(actor, one.id(), 9, "inProgress", "place 0", null, one.receivedAt())));
        facts.send(actor, open);
    }

    private static Pareto pareto(BoardPage page) {
        return Objects.requireNonNull(page.pareto());
    }

    private static BoardPage.Drill drill(BoardPage page) {
        return Objects.requireNonNull(page.drill());
    }

    @Test
    void the_most_frequent_come_first_and_the_rest_is_one_row() {
        happened();
        Pareto pareto = pareto(page(null, null));
        assertThat(pareto.rows()).hasSize(10);
        assertThat(pareto.rows().getFirst().item().count()).isEqualTo(20);
        assertThat(pareto.rows().getFirst().item().selected()).isTrue();
        assertThat(pareto.rows().getLast().item().name()).isEqualTo("5 others");
        assertThat(pareto.rows().getLast().item().count()).isEqualTo(11 + 10 + 9 + 8 + 7);
        assertThat(pareto.rows().getLast().share()).isEqualTo(100);
    }

    @Test
    void every_figure_has_as_many_tickets_behind_it_as_it_says() {
        happened();
        BoardPage page = page(null, null);
        for (Pareto.Row row : pareto(page).rows()) {
            String of = row.item()
                    .countHref()
                    .replaceAll(".*[&?]of=([^#&]*).*", "$1")
                    .replace("%7E", "~");
            assertThat(walk(of)).as(row.item().name()).hasSize((int) row.item().count());
        }
        assertThat(walk("~all")).hasSize((int) page.totals().named());
        assertThat(walk("~done")).hasSize(5).hasSize((int) page.totals().done());
        assertThat(walk("~open")).hasSize(2).hasSize((int) page.totals().open());
    }

    /** The numbers of the tickets on all pages of a figure; the count on each page agrees. */
    private Set<String> walk(String of) {
        Set<String> numbers = new HashSet<>();
        int seen = 0;
        String after = null;
        long count;
        do {
            BoardPage.Drill drill = drill(board.page(
                    actor, WORDS, new BoardRequest(null, null, null, null, null, null, null, null, of, after, null)));
            drill.rows().forEach(row -> numbers.add(row.href()));
            seen += drill.rows().size();
            count = drill.count();
            after = drill.next() == null ? null : drill.next().replaceAll(".*&after=([^#]*)#.*", "$1");
        } while (after != null);
        assertThat(seen).isEqualTo(numbers.size()).isEqualTo((int) count);
        return numbers;
    }

    @Test
    void the_way_back_leads_over_the_same_pages() {
        happened();
        BoardPage.Drill first = drill(page(null, "~all"));
        String next = Objects.requireNonNull(first.next()).replaceAll(".*&after=([^#]*)#.*", "$1");
        BoardPage.Drill second = drill(board.page(
                actor, WORDS, new BoardRequest(null, null, null, null, null, null, null, null, "~all", next, null)));
        String before = Objects.requireNonNull(second.back()).replaceAll(".*&before=([^#]*)#.*", "$1");
        BoardPage.Drill back = drill(board.page(
                actor, WORDS, new BoardRequest(null, null, null, null, null, null, null, null, "~all", null, before)));
        assertThat(back.rows()).isEqualTo(first.rows());
        assertThat(back.back()).isNull();
    }

    @Test
    void filters_narrow_table_totals_and_tickets_alike() {
        happened();
        BoardPage page = board.page(
                actor,
                WORDS,
                new BoardRequest(null, null, null, "place 1", "HOT_LINE", null, "COMPLAINT", null, "~all", null, null));
        long named = page.totals().named();
        assertThat(named).isPositive().isLessThan(page(null, null).totals().named());
        assertThat(drill(page).count()).isEqualTo(named);
        assertThat(drill(page).rows()).allSatisfy(row -> assertThat(row.place()).isEqualTo("place 1"));
        BoardPage none = board.page(
                actor, WORDS, new BoardRequest(null, null, null, null, "LETTER", null, null, null, null, null, null));
        assertThat(none.pareto()).isNull();
        assertThat(none.totals().none()).isTrue();
        assertThat(none.latest()).isNotNull();
    }

    @Test
    void of_two_departments_each_has_its_own_figures_and_tickets() {
        Actor elsewhere = offices.hireElsewhere(actor, Posts.AGENT, "77");
        Instant from = today.minusDays(20).atStartOfDay(actor.zone()).toInstant();
        List<TicketChanged.Fact> here = SomeFacts.spread(actor, "place", from, 19, 4);
        List<TicketChanged.Fact> there = SomeFacts.spread(elsewhere, "place", from, 19, 3);
        for (List<TicketChanged.Fact> some : List.of(here, there)) {
            facts.send(actor, some);
            facts.name(actor, all.getFirst(), some, clock.instant());
        }
        assertThat(page(null, null).totals().named()).isEqualTo(7);
        for (List<TicketChanged.Fact> some : List.of(here, there)) {
            String unit = some.getFirst().unit().toString();
            BoardPage page = board.page(
                    actor, WORDS, new BoardRequest(null, null, null, null, null, unit, null, null, "~all", null, null));
            assertThat(page.totals().named()).isEqualTo(some.size());
            assertThat(pareto(page).rows().getFirst().item().countHref()).contains("unit=" + unit);
            assertThat(drill(page).rows())
                    .extracting(BoardPage.Row::href)
                    .containsExactlyInAnyOrderElementsOf(
                            some.stream().map(fact -> "/tickets/" + fact.id()).toList());
        }
    }

    @Test
    void the_trend_adds_up_to_the_tickets_of_its_weeks() {
        happened();
        BoardPage.Trend trend = Objects.requireNonNull(page(null, null).trend());
        assertThat(trend.lines().lines()).hasSize(4);
        assertThat(trend.weeks()).hasSize(26);
        long sum = trend.weeks().stream()
                .mapToLong(week -> Long.parseLong(week.counts().getFirst().text()))
                .sum();
        assertThat(sum).isEqualTo(20);
    }

    @Test
    void only_a_rise_beyond_chance_is_marked_and_calls_for_an_action() {
        Instant long_ago = today.minusDays(181).atStartOfDay(actor.zone()).toInstant();
        Instant lately = today.minusDays(90).atStartOfDay(actor.zone()).toInstant();
        int[][] counts = {{20, 60}, {20, 24}, {60, 20}};
        for (int i = 0; i < counts.length; i++) {
            List<TicketChanged.Fact> before = SomeFacts.spread(actor, "x", long_ago, 90, counts[i][0]);
            List<TicketChanged.Fact> now = SomeFacts.spread(actor, "x", lately, 90, counts[i][1]);
            facts.send(actor, before);
            facts.send(actor, now);
            facts.name(actor, all.get(i), before, clock.instant());
            facts.name(actor, all.get(i), now, clock.instant());
        }
        BoardPage page = page(null, null);
        assertThat(pareto(page).rows()).extracting(row -> row.item().worse()).containsExactly(true, false, false);
        assertThat(pareto(page).rows()).extracting(row -> row.item().better()).containsExactly(false, false, true);
        assertThat(pareto(page).rows().getFirst().item().change()).isEqualTo("+200%");
        assertThat(page.rising()).hasSize(1);
        assertThat(page.rising().getFirst().href())
                .contains(all.getFirst().value().toString());
    }

    @Test
    void by_type_only_what_a_person_decided_is_counted() {
        Instant from = today.minusDays(10).atStartOfDay(actor.zone()).toInstant();
        facts.send(
                actor,
                List.of(
                        SomeFacts.closed(actor, "", "billing", from),
                        SomeFacts.closed(actor, "", "billing", from),
                        SomeFacts.closed(actor, "", null, from)));
        BoardPage page = page("type", null);
        assertThat(page.totals().named()).isEqualTo(2);
        assertThat(page.totals().done()).isEqualTo(1);
        assertThat(pareto(page).rows()).hasSize(1);
    }

    @Test
    void a_file_holds_what_the_board_shows_and_runs_nothing() throws Exception {
        Instant from = today.minusDays(10).atStartOfDay(actor.zone()).toInstant();
        List<TicketChanged.Fact> some = List.of(
                SomeFacts.closed(actor, "=HYPERLINK(\"http://x\")", null, from),
                SomeFacts.closed(actor, "@sum", null, from.plusSeconds(1)));
        facts.send(actor, some);
        facts.name(actor, all.getFirst(), some, clock.instant());
        String table = text(
                out -> files.writeTable(actor, WORDS, request(null, null), () -> Sheet.of(Sheet.Format.CSV, out, "x")));
        assertThat(table.lines()).hasSize(2);
        assertThat(table).contains(",2,100.0,100.0,0");
        String tickets = text(out ->
                files.writeTickets(actor, WORDS, request(null, "~all"), () -> Sheet.of(Sheet.Format.CSV, out, "x")));
        assertThat(tickets.lines()).hasSize(3);
        assertThat(tickets).contains("\"'=HYPERLINK(\"\"http://x\"\")\"").contains(",'@sum,");
        ByteArrayOutputStream xlsx = new ByteArrayOutputStream();
        files.writeTickets(actor, WORDS, request(null, "~all"), () -> Sheet.of(Sheet.Format.XLSX, xlsx, "x"));
        List<List<String>> book = SheetRead.rows(xlsx.toByteArray());
        assertThat(book).hasSize(3);
        assertThat(book.getFirst())
                .isEqualTo(
                        SheetRead.rows(tickets.getBytes(StandardCharsets.UTF_8)).getFirst());
        assertThat(book.subList(1, 3))
                .as("a cell of a workbook is text by its type and needs no mark before it")
                .extracting(row -> row.get(2))
                .containsExactlyInAnyOrder("=HYPERLINK(\"http://x\")", "@sum");
    }

    private interface Writing {
        void to(ByteArrayOutputStream out) throws Exception;
    }

    private static String text(Writing writing) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writing.to(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void a_file_needs_the_right_to_take_it_out() {
        Actor agent = offices.hire(actor, Posts.AGENT, "5");
        assertThatThrownBy(() -> files.writeTable(agent, WORDS, request(null, null), () -> {
                    throw new IllegalStateException();
                }))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("access.denied");
        assertThat(board.page(agent, WORDS, request(null, null)).files()).isNull();
    }

    @Test
    void a_period_the_wrong_way_round_is_refused() {
        assertThatThrownBy(() -> board.page(
                        actor,
                        WORDS,
                        new BoardRequest(
                                today, today.minusDays(1), null, null, null, null, null, null, null, null, null)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("board.period");
    }
}
