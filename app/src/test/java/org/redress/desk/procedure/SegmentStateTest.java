package org.redress.desk.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.redress.desk.procedure.SegmentState.ACCEPTED;
import static org.redress.desk.procedure.SegmentState.CANCELLED;
import static org.redress.desk.procedure.SegmentState.DONE;
import static org.redress.desk.procedure.SegmentState.OFFERED;
import static org.redress.desk.procedure.SegmentState.RETURNED;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.UnitId;
import org.redress.ground.rulebook.Limit;

@Tag("S5.3")
class SegmentStateTest {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

    /** Written down a second time, from the trade's point of view. */
    private static final Map<SegmentState, Map<SegmentStep, SegmentState>> PLAN = Map.of(
            OFFERED,
            Map.of(SegmentStep.ACCEPT, ACCEPTED, SegmentStep.GIVE_BACK, RETURNED, SegmentStep.CANCEL, CANCELLED),
            ACCEPTED,
            Map.of(SegmentStep.FINISH, DONE, SegmentStep.GIVE_BACK, RETURNED, SegmentStep.CANCEL, CANCELLED),
            DONE,
            Map.of(SegmentStep.REOPEN, ACCEPTED),
            RETURNED,
            Map.of(),
            CANCELLED,
            Map.of());

    @ParameterizedTest
    @EnumSource
    void exactly_the_planned_steps_are_legal(SegmentState state) {
        Map<SegmentStep, SegmentState> plan = PLAN.getOrDefault(state, Map.of());
        assertThat(state.legalSteps()).containsExactlyInAnyOrderElementsOf(plan.keySet());
        plan.forEach((step, to) -> assertThat(step.to()).isEqualTo(to));
    }

    @ParameterizedTest
    @EnumSource
    void a_segment_takes_the_legal_steps_and_no_other(SegmentState state) {
        for (SegmentStep step : SegmentStep.values()) {
            Segment segment = in(state);
            if (state.legalSteps().contains(step)) {
                assertThat(take(segment, step).state()).isEqualTo(step.to());
            } else {
                assertThatThrownBy(() -> take(segment, step)).isInstanceOf(IllegalStateException.class);
            }
        }
    }

    @Test
    void only_a_department_that_has_the_matter_keeps_it_open() {
        assertThat(SegmentState.values()).filteredOn(SegmentState::open).containsExactly(OFFERED, ACCEPTED);
        assertThat(in(OFFERED).lateAt(NOW.plusSeconds(1))).isTrue();
        assertThat(in(DONE).lateAt(NOW.plusSeconds(1))).isFalse();
    }

    private static Segment take(Segment segment, SegmentStep step) {
        return switch (step) {
            case ACCEPT -> segment.accept(new StaffId(new UUID(0, 9)), NOW);
            case FINISH -> segment.finish(NOW, "done", "", true);
            case GIVE_BACK -> segment.giveBack(NOW, "not ours");
            case CANCEL -> segment.cancel(NOW, "a mistake");
            case REOPEN -> segment.reopen(NOW, "not right");
        };
    }

    private static Segment in(SegmentState state) {
        UnitId unit = new UnitId(new UUID(0, 2));
        StaffId person = new StaffId(new UUID(0, 3));
        Task task = new Task("line", unit, null, null, "look at it", Limit.workingHours(4), "", false);
        return new Segment(
                new SegmentId(new UUID(0, 1)),
                new TicketId(new UUID(0, 1)),
                null,
                task,
                false,
                state,
                new Segment.Sent(new UnitId(new UUID(0, 4)), person, NOW),
                state == OFFERED ? null : new Segment.Accepted(person, NOW),
                Segment.Outcome.NONE,
                NOW,
                1);
    }
}
