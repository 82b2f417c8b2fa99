package org.redress.desk.recovery.plan;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.TicketCard;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.StaffId;
import org.redress.platform.text.Words;

/**
 * Plans followed beside plans that differed, and the latter one by one.
 *
 * @param cards of those tickets that the reader may see
 * @param next where the list goes on, or null
 */
public record PlanListPage(
        Comparison comparison,
        List<RecoveryPlan> differed,
        Map<TicketId, TicketCard> cards,
        Map<StaffId, String> names,
        @Nullable String next,
        ZoneId zone) {

    /** One side in words, or that there are too few. */
    public String share(Words words, Comparison.Side side) {
        Interval share = comparison.share(side);
        return share == null ? words.text("plan.few", comparison.minimum()) : percents(words, share);
    }

    public String mark(Words words, Comparison.Side side) {
        Interval mark = comparison.mark(side);
        return mark == null
                ? words.text("plan.few", comparison.minimum())
                : words.text(
                        "plan.interval",
                        words.number(mark.value(), 2),
                        words.number(mark.low(), 2),
                        words.number(mark.high(), 2));
    }

    /** The verdict with the difference in words. */
    public String verdict(Words words) {
        Interval difference = comparison.difference();
        String said = words.text("plan.verdict." + comparison.verdict());
        return difference == null
                ? said
                : said
                        + words.text(
                                "plan.verdict.by",
                                words.text(
                                        "plan.interval",
                                        points(words, difference.value()),
                                        points(words, difference.low()),
                                        points(words, difference.high())));
    }

    /** A difference of shares in percentage points, with its sign. */
    private static String points(Words words, double difference) {
        String sign = difference > 0 ? "+" : difference < 0 ? "−" : "";
        return sign + words.number(100 * Math.abs(difference), 1);
    }

    private static String percents(Words words, Interval interval) {
        return words.text(
                "plan.interval",
                words.percent(interval.value()),
                words.percent(interval.low()),
                words.percent(interval.high()));
    }

    /** The colour of the verdict. */
    public String look() {
        return switch (comparison.verdict()) {
            case BETTER -> "done";
            case WORSE -> "late";
            case NO_DIFFERENCE, TOO_FEW -> "ok";
        };
    }

    public String name(StaffId person) {
        return names.getOrDefault(person, "");
    }

    /** What was done differently, in words. */
    public String change(Words words, RecoveryPlan plan) {
        String out = plan.leftOut().stream()
                .map(line -> words.text("remedy.kind." + line.kind().code()))
                .reduce((a, b) -> a + words.text("plan.change.and") + b)
                .orElse("");
        String in = plan.chosen().stream()
                .filter(line -> line.offered() == null)
                .map(line -> words.text("remedy.kind." + line.kind().code()))
                .reduce((a, b) -> a + words.text("plan.change.and") + b)
                .orElse("");
        StringBuilder said = new StringBuilder();
        if (!out.isEmpty()) {
            said.append(words.text("plan.change.out", out)).append(' ');
        }
        if (!in.isEmpty()) {
            said.append(words.text("plan.change.in", in)).append(' ');
        }
        return said.isEmpty()
                ? words.text("plan.change.order")
                : said.toString().strip();
    }
}
