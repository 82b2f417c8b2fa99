package org.redress.desk.appeal.report;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands behind a figure of the report. */
public record FigurePage(
        Behind behind, List<Counted> rows, @Nullable String next, ZoneId zone) {

    public Figure figure() {
        return behind.figure();
    }

    public Period period() {
        return behind.period();
    }

    public String href(Counted one) {
        return (figure().source() == Figure.Source.APPEAL ? "/appeals/" : "/dispatches/") + one.id();
    }

    /** The message key of where it stands. */
    public String state(Counted one) {
        return (figure().source() == Figure.Source.APPEAL ? "appeal.state." : "dispatch.state.") + one.state();
    }
}
