package org.redress.improve.insight.board;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.redress.improve.insight.Causes;
import org.redress.platform.text.Words;
import org.redress.platform.web.Pareto;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Puts the cause board together. All of a page is read from one state of the database. */
@Component
class Board {

    static final int NAMED_ROWS = 9;

    private final BoardRows rows;
    private final BoardForms forms;
    private final Drills drills;
    private final Trends trends;
    private final Measures measures;
    private final Causes causes;
    private final Bureaus bureaus;
    private final Comparability comparability;
    private final Clock clock;

    Board(
            BoardRows rows,
            BoardForms forms,
            Drills drills,
            Trends trends,
            Measures measures,
            Causes causes,
            Bureaus bureaus,
            Comparability comparability,
            Clock clock) {
        this.rows = rows;
        this.forms = forms;
        this.drills = drills;
        this.trends = trends;
        this.measures = measures;
        this.causes = causes;
        this.bureaus = bureaus;
        this.comparability = comparability;
        this.clock = clock;
    }

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public BoardPage page(Actor actor, Words words, BoardRequest request) {
        actor.require(Action.READ, "cause");
        LocalDate today = LocalDate.ofInstant(clock.instant(), actor.zone());
        BoardFilter filter = comparability.over(actor, request.filter(today));
        By by = request.dimension();
        Naming naming = Naming.of(actor, words, causes, bureaus);
        Optional<BoardRows.Span> span = rows.span(actor);
        List<BoardRows.Count> counts = rows.counts(actor, filter, by);
        List<BoardRows.Count> seen = seen(counts);
        BoardRows.Without without = rows.without(actor, filter, by);
        BoardPage.Totals totals = totals(filter, by, counts, without);
        boolean compared =
                span.isPresent() && !span.get().first().isAfter(filter.before().from());
        Change change = Change.of(counts, without, compared ? rows.without(actor, filter.before(), by) : without);
        Slice slice = slice(by, request.of(), seen);
        Measures.Against against = measures.against(actor, words, by, slice);
        return new BoardPage(
                forms.form(actor, words, filter, by, today),
                totals,
                totals.none() ? span.map(s -> latest(words, filter, by, s)).orElse(null) : null,
                seen.isEmpty()
                        ? null
                        : Pareto.of(items(words, filter, by, naming, seen, slice, compared ? change : null)),
                vitalFew(words, seen),
                comparability.said(actor, words, filter, by),
                compared ? words.text("board.before", period(words, filter.before())) : null,
                trends.of(actor, words, filter, by, naming, top(seen), against.events()),
                compared ? rising(actor, words, naming, counts, change, against) : List.of(),
                slice == null ? null : drills.of(actor, words, filter, by, slice, naming, request),
                against.effects(),
                against.axis(),
                files(actor, "/causes/board", filter, by, null));
    }

    private static List<BoardRows.Count> seen(List<BoardRows.Count> counts) {
        return counts.stream().filter(count -> count.now() > 0).toList();
    }

    private static List<String> top(List<BoardRows.Count> seen) {
        return seen.stream().limit(4).map(BoardRows.Count::value).toList();
    }

    private static BoardPage.Totals totals(
            BoardFilter filter, By by, List<BoardRows.Count> counts, BoardRows.Without without) {
        return new BoardPage.Totals(
                counts.stream().mapToLong(BoardRows.Count::now).sum(),
                tickets(filter, by, new Slice.Named().slug()),
                without.done(),
                tickets(filter, by, new Slice.DoneWithout().slug()),
                without.open(),
                tickets(filter, by, new Slice.OpenWithout().slug()));
    }

    /** What the address asks for; the most frequent where it asks for nothing; null where there is nothing. */
    static @Nullable Slice slice(By by, @Nullable String of, List<BoardRows.Count> seen) {
        String asked = of == null ? "" : of;
        if (asked.startsWith(Slice.Below.SLUG)) {
            return new Slice.Below(
                    BoardRequest.id(asked.substring(Slice.Below.SLUG.length())).toString());
        }
        return switch (asked) {
            case "" -> seen.isEmpty() ? null : new Slice.One(seen.getFirst().value());
            case "~all" -> new Slice.Named();
            case "~rest" ->
                new Slice.Rest(seen.stream()
                        .limit(NAMED_ROWS)
                        .map(BoardRows.Count::value)
                        .toList());
            case "~done" -> new Slice.DoneWithout();
            case "~open" -> new Slice.OpenWithout();
            default -> new Slice.One(by == By.CAUSE ? BoardRequest.id(asked).toString() : asked);
        };
    }

    private static List<Pareto.Item> items(
            Words words,
            BoardFilter filter,
            By by,
            Naming naming,
            List<BoardRows.Count> seen,
            @Nullable Slice slice,
            @Nullable Change change) {
        List<Pareto.Item> items = new ArrayList<>();
        boolean rest = seen.size() > NAMED_ROWS + 1;
        for (BoardRows.Count count : rest ? seen.subList(0, NAMED_ROWS) : seen) {
            items.add(new Pareto.Item(
                    naming.value(by, count.value()),
                    path(filter, by) + "&of=" + encoded(count.value()),
                    count.now(),
                    tickets(filter, by, count.value()),
                    change == null ? "" : changed(words, count),
                    change != null && change.above(count),
                    change != null && change.below(count),
                    slice instanceof Slice.One one && one.value().equals(count.value()),
                    false));
        }
        if (rest) {
            List<BoardRows.Count> others = seen.subList(NAMED_ROWS, seen.size());
            long sum = others.stream().mapToLong(BoardRows.Count::now).sum();
            String href = tickets(filter, by, "~rest");
            items.add(new Pareto.Item(
                    words.text("board.rest", others.size()), href, sum, href, "", false, false, false, true));
        }
        return items;
    }

    private static String changed(Words words, BoardRows.Count count) {
        if (count.before() == 0) {
            return words.text("board.new");
        }
        long percent = Math.round(100.0 * (count.now() - count.before()) / count.before());
        String sign = percent > 0 ? "+" : percent < 0 ? "−" : "±";
        return words.text("board.change", sign + words.number(Math.abs(percent)));
    }

    private static List<BoardPage.Rising> rising(
            Actor actor,
            Words words,
            Naming naming,
            List<BoardRows.Count> counts,
            Change change,
            Measures.Against against) {
        boolean acting = actor.may(Action.WRITE, "prevention");
        return counts.stream()
                .filter(count -> against.unanswered(count.value()) && change.above(count))
                .sorted((a, b) -> Long.compare(b.now() - b.before(), a.now() - a.before()))
                .limit(2)
                .map(count -> new BoardPage.Rising(
                        naming.value(By.CAUSE, count.value()),
                        words.text("board.rose", count.before(), count.now()),
                        acting ? "/actions/new?cause=" + count.value() : null))
                .toList();
    }

    private static String vitalFew(Words words, List<BoardRows.Count> seen) {
        long all = seen.stream().mapToLong(BoardRows.Count::now).sum();
        long sum = 0;
        int few = 0;
        for (BoardRows.Count count : seen) {
            if (few == NAMED_ROWS || 10 * sum >= 8 * all) {
                break;
            }
            sum += count.now();
            few++;
        }
        return all == 0 ? "" : words.text("board.few", few, Math.round(100.0 * sum / all));
    }

    private static BoardPage.Link latest(Words words, BoardFilter filter, By by, BoardRows.Span span) {
        BoardFilter there = filter.during(span.last().minusDays(BoardRequest.USUAL_DAYS - 1), span.last());
        return new BoardPage.Link(words.date(span.last()), path(there, by), false);
    }

    static String period(Words words, BoardFilter filter) {
        return words.text("board.period", words.date(filter.from()), words.date(filter.to()));
    }

    static String path(BoardFilter filter, By by) {
        return "/causes?" + filter.query() + "&by=" + by.slug();
    }

    /** Where the tickets behind a figure stand. */
    static String tickets(BoardFilter filter, By by, String slug) {
        return path(filter, by) + "&of=" + encoded(slug) + "#tickets";
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static BoardPage.@Nullable Files files(Actor actor, String path, BoardFilter filter, By by, @Nullable String of) {
        if (!actor.may(Action.EXPORT, "cause")) {
            return null;
        }
        String query = "?" + filter.query() + "&by=" + by.slug() + (of == null ? "" : "&of=" + encoded(of));
        return new BoardPage.Files(path + ".csv" + query, path + ".xlsx" + query);
    }
}
