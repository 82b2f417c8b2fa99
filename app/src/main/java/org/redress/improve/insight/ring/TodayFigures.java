package org.redress.improve.insight.ring;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.FirstApologies;
import org.redress.desk.ticket.RingFigures;
import org.redress.desk.ticket.TicketView;
import org.redress.ground.identity.Action;
import org.redress.improve.insight.RateDifference;
import org.redress.improve.insight.Verdict;
import org.redress.platform.text.Words;
import org.redress.platform.web.Figure;
import org.redress.platform.web.Sparkline;
import org.springframework.stereotype.Component;

/** The row of figures below the ring: only such as the product can reckon from its own records. */
@Component
class TodayFigures {

    private static final int MONTH = RingRows.Ask.MONTH;
    private static final int COURSE = 14;

    private final RingRows rows;
    private final FirstApologies apologies;

    TodayFigures(RingRows rows, FirstApologies apologies) {
        this.rows = rows;
        this.apologies = apologies;
    }

    List<Figure> of(RingRows.Ask ask, Words words, RingFigures desk, PreventionTally.Tally actions) {
        List<Figure> figures = new ArrayList<>();
        if (ask.actor().may(Action.READ, "reaction")) {
            figures.add(apology(ask, words));
        }
        figures.add(answered(words, desk));
        figures.add(solved(ask, words));
        figures.add(repeated(ask, words));
        figures.add(named(ask, words));
        figures.add(effective(words, actions));
        return figures;
    }

    /** How long customers wait for the first apology. */
    private Figure apology(RingRows.Ask ask, Words words) {
        FirstApologies.Figure all = apologies
                .between(ask.actor(), ask.now().minus(Duration.ofDays(MONTH)), ask.now())
                .all();
        Duration median = all.median();
        return new Figure(
                words.text("ring.figure.apology"),
                median == null ? "–" : words.duration(median),
                all.waiting() > 0 ? "late" : "ok",
                words.text("ring.figure.apology.says", all.inTime(), all.cases(), all.waiting()),
                words.text("ring.figure.apology.means"),
                "/reactions/apologies",
                null);
    }

    private static Figure answered(Words words, RingFigures desk) {
        long late = desk.answered() - desk.answeredInTime();
        return new Figure(
                words.text("ring.figure.answered"),
                share(words, desk.answeredInTime(), desk.answered()),
                "ok",
                words.text("ring.figure.answered.says", desk.answeredInTime(), desk.answered(), late),
                words.text("ring.figure.answered.means"),
                Stations.view(TicketView.ANSWERED),
                null);
    }

    private Figure solved(RingRows.Ask ask, Words words) {
        Instant month = ask.now().minus(Duration.ofDays(MONTH));
        Optional<Double> now = rows.medianSeconds(ask, month, ask.now());
        Optional<Double> before = rows.medianSeconds(ask, month.minus(Duration.ofDays(MONTH)), month);
        return new Figure(
                words.text("ring.figure.solved"),
                now.map(seconds -> duration(words, seconds)).orElse("–"),
                "ok",
                words.text(
                        before.isPresent() ? "ring.figure.solved.before" : "ring.figure.solved.says",
                        rows.count(ask, RingSlice.SOLVED),
                        before.map(seconds -> duration(words, seconds)).orElse("")),
                words.text("ring.figure.solved.means"),
                RingSlice.SOLVED.href(),
                null);
    }

    private Figure repeated(RingRows.Ask ask, Words words) {
        List<RingRows.Day> days = rows.repeated(ask, 2 * MONTH);
        Sum now = Sum.of(days.subList(days.size() - MONTH - 1, days.size()));
        Sum before = Sum.of(days.subList(0, days.size() - MONTH - 1));
        RateDifference change = now.all() == 0 || before.all() == 0
                ? null
                : RateDifference.of(
                        RateDifference.Rate.of(before.part(), before.all()),
                        RateDifference.Rate.of(now.part(), now.all()));
        return new Figure(
                words.text("ring.figure.repeated"),
                share(words, now.part(), now.all()),
                change == null ? "ok" : change.above() ? "late" : change.below() ? "done" : "ok",
                words.text(
                        change == null ? "ring.figure.repeated.says" : "ring.figure.repeated.before",
                        now.part(),
                        now.all(),
                        share(words, before.part(), before.all())),
                words.text("ring.figure.repeated.means", ask.window()),
                RingSlice.REPEATED.href(),
                course(days));
    }

    private Figure named(RingRows.Ask ask, Words words) {
        List<RingRows.Day> days = rows.named(ask, MONTH);
        Sum now = Sum.of(days);
        return new Figure(
                words.text("ring.figure.named"),
                share(words, now.part(), now.all()),
                "ok",
                words.text("ring.figure.named.says", now.part(), now.all()),
                words.text("ring.figure.named.means"),
                RingSlice.NAMELESS.href(),
                course(days));
    }

    private static Figure effective(Words words, PreventionTally.Tally actions) {
        return new Figure(
                words.text("ring.figure.effective"),
                words.text("ring.figure.effective.value", actions.of(Verdict.EFFECT_SEEN), actions.judged()),
                "ok",
                words.text(
                        "ring.figure.effective.says",
                        actions.of(Verdict.NO_EFFECT),
                        actions.of(Verdict.WORSE),
                        actions.of(Verdict.TOO_FEW)),
                words.text("ring.figure.effective.means"),
                "/actions?show=seen",
                null);
    }

    private record Sum(long part, long all) {

        static Sum of(List<RingRows.Day> days) {
            return new Sum(
                    days.stream().mapToLong(RingRows.Day::part).sum(),
                    days.stream().mapToLong(RingRows.Day::all).sum());
        }
    }

    /** The share of each of the last days that had any; nothing where fewer than two had. */
    private static @Nullable Sparkline course(List<RingRows.Day> days) {
        List<Double> shares = days.subList(days.size() - COURSE, days.size()).stream()
                .filter(day -> day.all() > 0)
                .map(day -> (double) day.part() / day.all())
                .toList();
        return shares.size() < 2 ? null : Sparkline.of(shares);
    }

    private static String share(Words words, long part, long all) {
        return all == 0 ? "–" : words.percent((double) part / all);
    }

    private static String duration(Words words, double seconds) {
        return words.duration(Duration.ofSeconds(Math.round(seconds)));
    }
}
