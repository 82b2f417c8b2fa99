package org.redress.improve.insight.chart;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Today's count of each hour as a bar, before a grey band from the lowest to the highest of the days compared with. */
public record HourBars(int width, List<Column> columns) {

    private static final int STEP = 44;
    private static final double FLOOR = 96;
    private static final double HEIGHT = 84;

    /**
     * One hour.
     *
     * @param today null where the hour has not begun
     */
    public record Hour(int hour, @Nullable Integer today, int lowest, int highest) {}

    /** One hour drawn; the bar is absent where the hour has not begun. */
    public record Column(
            String name,
            String bandX,
            String bandY,
            String bandHeight,
            String barX,
            @Nullable String barY,
            String barHeight,
            @Nullable Integer count,
            String countY,
            String middle) {

        /** Whether its name is left out where there is little room. */
        public boolean minor() {
            return Integer.parseInt(name) % 3 != 0;
        }
    }

    public static HourBars of(List<Hour> hours) {
        int most = 1;
        for (Hour hour : hours) {
            most = Math.max(most, Math.max(hour.highest(), hour.today() == null ? 0 : hour.today()));
        }
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < hours.size(); i++) {
            columns.add(column(hours.get(i), i * STEP, HEIGHT / most));
        }
        return new HourBars(hours.size() * STEP, List.copyOf(columns));
    }

    private static Column column(Hour hour, double left, double scale) {
        Integer today = hour.today();
        double bar = today == null ? 0 : today * scale;
        double top = FLOOR - Math.max(bar, hour.highest() * scale);
        return new Column(
                hour.hour() < 10 ? "0" + hour.hour() : Integer.toString(hour.hour()),
                Svg.number(left + 6),
                Svg.number(FLOOR - hour.highest() * scale),
                Svg.number(Math.max(hour.highest() == 0 ? 0 : 1, (hour.highest() - hour.lowest()) * scale)),
                Svg.number(left + 14),
                today == null ? null : Svg.number(FLOOR - bar),
                Svg.number(bar),
                today,
                Svg.number(top - 5),
                Svg.number(left + 22));
    }
}
