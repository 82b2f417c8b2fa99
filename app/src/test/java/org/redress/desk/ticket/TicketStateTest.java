package org.redress.desk.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.desk.ticket.Step.CANCEL;
import static org.redress.desk.ticket.Step.CLOSE;
import static org.redress.desk.ticket.Step.HOLD;
import static org.redress.desk.ticket.Step.PEND;
import static org.redress.desk.ticket.Step.REJECT;
import static org.redress.desk.ticket.Step.REOPEN;
import static org.redress.desk.ticket.Step.RESOLVE;
import static org.redress.desk.ticket.Step.RESUME;
import static org.redress.desk.ticket.Step.START;
import static org.redress.desk.ticket.TicketState.ACKNOWLEDGED;
import static org.redress.desk.ticket.TicketState.CANCELLED;
import static org.redress.desk.ticket.TicketState.CLOSED;
import static org.redress.desk.ticket.TicketState.HELD;
import static org.redress.desk.ticket.TicketState.IN_PROGRESS;
import static org.redress.desk.ticket.TicketState.PENDING;
import static org.redress.desk.ticket.TicketState.REJECTED;
import static org.redress.desk.ticket.TicketState.RESOLVED;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("S5.1")
class TicketStateTest {

    /** Written down a second time, from the trade's point of view: what leads on from where. */
    private static final Map<TicketState, Map<Step, TicketState>> PLAN = Map.of(
            ACKNOWLEDGED, Map.of(START, IN_PROGRESS, REJECT, REJECTED, CANCEL, CANCELLED),
            IN_PROGRESS, Map.of(PEND, PENDING, HOLD, HELD, RESOLVE, RESOLVED, CANCEL, CANCELLED),
            PENDING, Map.of(RESUME, IN_PROGRESS, CANCEL, CANCELLED),
            HELD, Map.of(RESUME, IN_PROGRESS, CANCEL, CANCELLED),
            RESOLVED, Map.of(CLOSE, CLOSED, REOPEN, IN_PROGRESS),
            CLOSED, Map.of(REOPEN, IN_PROGRESS),
            REJECTED, Map.of(),
            CANCELLED, Map.of());

    @ParameterizedTest
    @EnumSource
    void exactly_the_planned_steps_are_legal(TicketState state) {
        Map<Step, TicketState> plan = PLAN.getOrDefault(state, Map.of());
        assertThat(state.legalSteps()).containsExactlyInAnyOrderElementsOf(plan.keySet());
        plan.forEach((step, to) -> assertThat(step.to()).isEqualTo(to));
    }

    @ParameterizedTest
    @EnumSource
    void a_state_is_open_as_long_as_a_step_leads_on_that_takes_nothing_back(TicketState state) {
        Set<Step> onwards = EnumSet.noneOf(Step.class);
        onwards.addAll(state.legalSteps());
        onwards.remove(REOPEN);
        assertThat(state.open()).isEqualTo(!onwards.isEmpty());
    }

    @Test
    void every_state_can_be_reached_and_every_way_can_end_closed_or_cancelled() {
        assertThat(reachable(ACKNOWLEDGED)).containsExactlyInAnyOrder(TicketState.values());
        for (TicketState state : TicketState.values()) {
            if (state.open()) {
                assertThat(reachable(state)).contains(CLOSED);
            }
        }
    }

    @Test
    void whoever_stops_or_turns_back_a_matter_says_why() {
        assertThat(EnumSet.allOf(Step.class).stream().filter(Step::needsReason))
                .containsExactlyInAnyOrder(PEND, HOLD, REOPEN, REJECT, CANCEL);
    }

    @ParameterizedTest
    @EnumSource
    void the_name_in_the_interface_reads_back(TicketState state) {
        assertThat(TicketState.ofWire(state.wire())).isEqualTo(state);
    }

    private static Set<TicketState> reachable(TicketState from) {
        Set<TicketState> seen = EnumSet.of(from);
        Deque<TicketState> todo = new ArrayDeque<>(seen);
        while (!todo.isEmpty()) {
            todo.pop().legalSteps().stream().map(Step::to).filter(seen::add).forEach(todo::push);
        }
        return seen;
    }
}
