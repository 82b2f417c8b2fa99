package org.redress.improve.insight.ring;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.improve.insight.chart.HourBars;
import org.redress.improve.insight.chart.RingDrawing;
import org.redress.platform.web.ClockChip;
import org.redress.platform.web.Figure;

/**
 * The home page.
 *
 * @param empty whether there is no ticket yet, so that there is nothing to draw
 * @param open open tickets
 * @param late those of them whose reply is overdue
 */
public record RingPage(
        String now,
        boolean empty,
        boolean mayImport,
        RingDrawing drawing,
        List<Station> stations,
        List<Flow> flows,
        long open,
        long late,
        String openHref,
        String lateHref,
        long cameBack,
        List<Figure> figures,
        @Nullable Hours hours,
        List<Work> work,
        long mine,
        String mineHref) {

    /** A station in words: its number, and its texts by key {@code ring.NAME…}. */
    public record Station(
            int number,
            String name,
            long waiting,
            String href,
            long late,
            String lateHref,
            long due,
            String dueHref,
            List<Small> figures) {

        /** The colour's name, as chips take it. */
        public String lateMood() {
            return late > 0 ? "late" : "ok";
        }

        public String dueMood() {
            return due > 0 ? "due" : "ok";
        }
    }

    /** A figure of a station, with what it is compared with. */
    public record Small(String name, String value, String href, String note) {}

    /** An arrow: where it leads, and what it says to those who do not see it. */
    public record Flow(String href, String said) {}

    /**
     * Tickets by the hour.
     *
     * @param days how many earlier days of the same name they are compared with
     */
    public record Hours(HourBars bars, List<HourBars.Hour> hours, int days, String weekday, String said) {}

    /** Something that waits for this person. */
    public record Work(String href, ClockChip clock, String subject, String kind, String number) {}
}
