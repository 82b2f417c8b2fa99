package org.redress.desk.appeal.hotline;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.redress.desk.appeal.AppealNames.Named;
import org.redress.ground.commitment.Clock;
import org.redress.platform.text.Words;
import org.redress.platform.web.Attempt;
import org.redress.platform.web.ClockChip;

/** One dispatch: its limit, what happened, and what can be done with it. */
public record DispatchPage(DispatchShown shown, Named named, Attempt attempted, Instant now, ZoneId zone) {

    public Dispatch dispatch() {
        return shown.dispatch();
    }

    public boolean may(DispatchStep step) {
        return shown.may().contains(step);
    }

    public @Nullable ClockChip clock(Words words) {
        return shown.clocks().stream()
                .reduce((first, second) -> second)
                .map((Clock clock) -> clock.chip(now, words))
                .orElse(null);
    }
}
