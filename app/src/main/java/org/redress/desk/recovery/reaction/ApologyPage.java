package org.redress.desk.recovery.reaction;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.FirstApologies;
import org.redress.desk.ticket.TicketCard;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Unit;
import org.redress.ground.identity.UnitId;
import org.redress.platform.text.Words;

/**
 * How long customers waited for the first apology.
 *
 * @param unit whose cases are listed, or null for all
 * @param days over which it looks back
 * @param next where the list goes on, or null
 */
public record ApologyPage(
        FirstApologies.Figures figures,
        Map<UnitId, Unit> units,
        @Nullable UnitId unit,
        int days,
        List<StepStanding> steps,
        Map<TicketId, TicketCard> cards,
        Instant now,
        ZoneId zone,
        @Nullable String next) {

    /** The periods to choose from, in days. */
    public static final List<Integer> PERIODS = List.of(7, 30, 90);

    /** A department and its figure. */
    public record Row(UnitId unit, FirstApologies.Figure figure) {}

    static String path(@Nullable UnitId unit, int days) {
        return ReactionDesk.PATH + "/apologies?days=" + days + (unit == null ? "" : "&unit=" + unit.value());
    }

    /** The same department over another period. */
    public String over(int period) {
        return path(unit, period);
    }

    /** Another department, or null for all, over the same period. */
    public String of(@Nullable UnitId department) {
        return path(department, days);
    }

    /** The departments, those with the most cases first. */
    public List<Row> rows() {
        return figures.byUnit().entrySet().stream()
                .map(entry -> new Row(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong((Row row) -> row.figure().cases())
                        .reversed()
                        .thenComparing(row -> row.unit().value()))
                .toList();
    }

    public String name(Words words, @Nullable UnitId id) {
        Unit found = id == null ? null : units.get(id);
        return found == null ? words.text("apology.all") : found.name(words.chinese());
    }

    public static String median(Words words, FirstApologies.Figure figure) {
        Duration median = figure.median();
        return figure.cases() == 0 ? "–" : median == null ? words.text("apology.never") : words.duration(median);
    }

    public static String share(Words words, FirstApologies.Figure figure) {
        return figure.cases() == 0 ? "–" : words.percent((double) figure.inTime() / figure.cases());
    }

    /** How long it took, or how long the customer has waited. */
    public String took(Words words, StepStanding step) {
        Instant until = step.endedAt() == null ? now : step.endedAt();
        return words.duration(Duration.between(step.startedAt(), until));
    }

    /** The colour of a case. */
    public String look(StepStanding step) {
        return step.lateAt(now) ? "late" : step.open() ? "due" : "done";
    }
}
