package org.redress.improve.insight.board;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.improve.insight.EffectView;
import org.redress.improve.insight.chart.EffectAxis;
import org.redress.improve.insight.chart.TrendLines;
import org.redress.platform.web.Choice;
import org.redress.platform.web.Pareto;

/**
 * The cause board, ready to be drawn.
 *
 * @param latest where the newest tickets are, when this period holds none
 * @param countedTogether types that were split within the period or the one before, in sentences
 * @param pareto null where nothing is counted
 */
public record BoardPage(
        Form form,
        Totals totals,
        @Nullable Link latest,
        @Nullable Pareto pareto,
        String vitalFew,
        List<String> countedTogether,
        @Nullable String comparedWith,
        @Nullable Trend trend,
        List<Rising> rising,
        @Nullable Drill drill,
        List<EffectView> effects,
        @Nullable EffectAxis axis,
        @Nullable Files files) {

    /** What the filter bar holds. */
    public record Form(
            String from,
            String to,
            String place,
            String channel,
            String unit,
            String kind,
            String by,
            List<Choice> places,
            List<Choice> channels,
            List<Choice> units,
            List<Choice> kinds,
            List<Link> periods,
            List<Link> views) {}

    /** A way to somewhere. */
    public record Link(String text, String href, boolean current) {}

    /** What is in the table, and what is not. */
    public record Totals(long named, String namedHref, long done, String doneHref, long open, String openHref) {

        public boolean none() {
            return named + done + open == 0;
        }
    }

    /**
     * The most frequent over the weeks.
     *
     * @param said the drawing as a sentence
     * @param unsettled what the last weeks lack, or empty
     */
    public record Trend(TrendLines lines, String said, List<String> names, List<Week> weeks, String unsettled) {}

    /** One week of the table: its first day and its counts, with where they lead. */
    public record Week(String from, List<Link> counts) {}

    /** A cause that rises beyond chance and against which nothing is done. */
    public record Rising(
            String name, String change, @Nullable String href) {}

    /** The tickets behind one figure. */
    public record Drill(
            String title,
            long count,
            boolean byType,
            List<Row> rows,
            @Nullable String back,
            @Nullable String next,
            @Nullable Files files) {}

    /** One of them. */
    public record Row(
            String number,
            String href,
            String subject,
            String received,
            String place,
            String channel,
            String other,
            String unit,
            String state) {}

    /** The same as files. */
    public record Files(String csv, String xlsx) {}
}
