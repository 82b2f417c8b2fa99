package org.redress.desk.appeal.chain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.redress.desk.appeal.Happened;
import org.redress.ground.commitment.Clock;
import org.redress.ground.commitment.ClockState;
import org.redress.ground.identity.StaffId;
import org.redress.platform.text.Words;
import org.redress.platform.web.ClockChip;

/**
 * One link of the chain as it is drawn.
 *
 * @param title message key of its name
 * @param look {@code done}, {@code late}, {@code now} or {@code ok} (still to come)
 * @param at when it was done; null while it is not
 * @param clock its limit, or null where it has none
 * @param current whether the appeal stands here
 */
public record ChainStep(
        String title,
        String look,
        @Nullable Instant at,
        @Nullable StaffId by,
        String words,
        @Nullable ClockChip clock,
        boolean current) {

    private static final Map<String, String> CLOCKS = Map.of(
            "ACCEPT", "appeal.accept",
            "REFUSE", "appeal.accept",
            "FORWARD", "appeal.forward",
            "REPLY", "appeal.operator.reply",
            "AGREE", "appeal.mediate",
            "FAIL", "appeal.mediate",
            "DECIDE", "appeal.decide");

    private static final List<AppealStep> MAIN =
            List.of(AppealStep.ACCEPT, AppealStep.FORWARD, AppealStep.REPLY, AppealStep.DECIDE);

    /** What was done, what is awaited, what is still to come. */
    static List<ChainStep> of(Appeal appeal, List<Happened> history, List<Clock> clocks, Instant now, Words words) {
        List<ChainStep> chain = new ArrayList<>();
        for (Happened one : history) {
            Clock clock = named(clocks, CLOCKS.get(one.what()));
            boolean late = clock != null && clock.state(now) == ClockState.DONE_LATE;
            chain.add(new ChainStep(
                    "appeal.step." + one.what(),
                    late ? "late" : "done",
                    one.at(),
                    one.by(),
                    one.words(),
                    clock == null ? null : clock.chip(now, words),
                    false));
        }
        AppealStep next = awaited(appeal.state());
        if (next != null) {
            Clock clock = named(clocks, CLOCKS.get(next.name()));
            chain.add(new ChainStep(
                    "appeal.await." + appeal.state(),
                    appeal.lateAt(now) ? "late" : "now",
                    null,
                    null,
                    "",
                    clock == null ? null : clock.chip(now, words),
                    true));
            MAIN.stream()
                    .skip(MAIN.indexOf(next) < 0 ? MAIN.size() : MAIN.indexOf(next) + 1L)
                    .forEach(
                            step -> chain.add(new ChainStep("appeal.step." + step, "ok", null, null, "", null, false)));
        }
        return chain;
    }

    private static @Nullable Clock named(List<Clock> clocks, @Nullable String name) {
        return clocks.stream()
                .filter(clock -> Objects.equals(clock.name(), name))
                .reduce((first, second) -> second)
                .orElse(null);
    }

    /** The step of which something is owed; null where nothing is. */
    private static @Nullable AppealStep awaited(AppealState state) {
        return switch (state) {
            case RECEIVED -> AppealStep.ACCEPT;
            case ACCEPTED -> AppealStep.FORWARD;
            case FORWARDED -> AppealStep.REPLY;
            case REPLIED, UNSETTLED -> AppealStep.DECIDE;
            case MEDIATING -> AppealStep.AGREE;
            case REFUSED, SETTLED, DECIDED, WITHDRAWN -> null;
        };
    }
}
