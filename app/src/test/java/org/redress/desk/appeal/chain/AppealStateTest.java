package org.redress.desk.appeal.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.redress.desk.appeal.chain.AppealState.ACCEPTED;
import static org.redress.desk.appeal.chain.AppealState.DECIDED;
import static org.redress.desk.appeal.chain.AppealState.FORWARDED;
import static org.redress.desk.appeal.chain.AppealState.MEDIATING;
import static org.redress.desk.appeal.chain.AppealState.RECEIVED;
import static org.redress.desk.appeal.chain.AppealState.REFUSED;
import static org.redress.desk.appeal.chain.AppealState.REPLIED;
import static org.redress.desk.appeal.chain.AppealState.SETTLED;
import static org.redress.desk.appeal.chain.AppealState.UNSETTLED;
import static org.redress.desk.appeal.chain.AppealState.WITHDRAWN;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.redress.desk.appeal.hotline.DispatchState;
import org.redress.desk.appeal.hotline.DispatchStep;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.UnitId;

@Tag("S5.1")
class AppealStateTest {

    private static final Instant NOW = Instant.parse("2026-11-30T02:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);

    private static final Map<AppealState, Map<AppealStep, AppealState>> PLAN = Map.of(
            RECEIVED,
            Map.of(AppealStep.ACCEPT, ACCEPTED, AppealStep.REFUSE, REFUSED, AppealStep.WITHDRAW, WITHDRAWN),
            ACCEPTED,
            Map.of(AppealStep.FORWARD, FORWARDED, AppealStep.WITHDRAW, WITHDRAWN),
            FORWARDED,
            Map.of(AppealStep.REPLY, REPLIED, AppealStep.WITHDRAW, WITHDRAWN),
            REPLIED,
            Map.of(AppealStep.MEDIATE, MEDIATING, AppealStep.DECIDE, DECIDED, AppealStep.WITHDRAW, WITHDRAWN),
            MEDIATING,
            Map.of(AppealStep.AGREE, SETTLED, AppealStep.FAIL, UNSETTLED, AppealStep.WITHDRAW, WITHDRAWN),
            UNSETTLED,
            Map.of(AppealStep.DECIDE, DECIDED, AppealStep.WITHDRAW, WITHDRAWN),
            REFUSED,
            Map.of(),
            SETTLED,
            Map.of(),
            DECIDED,
            Map.of(),
            WITHDRAWN,
            Map.of());

    @ParameterizedTest
    @EnumSource
    void exactly_the_planned_steps_are_legal_and_every_other_one_is_a_bug(AppealState state) {
        Map<AppealStep, AppealState> plan = PLAN.getOrDefault(state, Map.of());

        assertThat(state.legalSteps()).isEqualTo(plan.keySet());
        for (AppealStep step : AppealStep.values()) {
            AppealState to = plan.get(step);
            if (to == null) {
                assertThatThrownBy(() -> in(state).after(step, List.of(), NOW))
                        .isInstanceOf(IllegalStateException.class);
            } else {
                Appeal after = in(state).after(step, List.of(), NOW);
                assertThat(after.state()).isEqualTo(to);
                assertThat(after.endedAt() == null).isEqualTo(to.open());
            }
        }
    }

    @Test
    void nothing_leads_on_from_an_end() {
        assertThat(AppealState.values())
                .filteredOn(state -> !state.open())
                .containsExactlyInAnyOrder(REFUSED, SETTLED, DECIDED, WITHDRAWN)
                .allMatch(state -> state.legalSteps().isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void a_dispatch_goes_from_signing_to_answer_to_visit_and_no_other_way(DispatchState state) {
        List<DispatchStep> plan = switch (state) {
            case DISPATCHED -> List.of(DispatchStep.SIGN);
            case SIGNED, REDO -> List.of(DispatchStep.ANSWER);
            case ANSWERED ->
                List.of(DispatchStep.CONTENT, DispatchStep.UNREACHED, DispatchStep.SEND_BACK, DispatchStep.GIVE_UP);
            case CLOSED -> List.of();
        };

        assertThat(state.legalSteps()).containsExactlyElementsOf(plan);
    }

    private static Appeal in(AppealState state) {
        return new Appeal(
                new AppealId(new UUID(0, 1)),
                1,
                new TicketId(new UUID(0, 2)),
                "",
                state,
                new StaffId(new UUID(0, 3)),
                new UnitId(new UUID(0, 4)),
                new Appeal.Grounds(
                        "周敏", "138", Dispute.FEES, "多收费", "退款", DAY, DAY, FirstAnswer.NONE, false, false, false, DAY),
                NOW,
                null,
                Appeal.Reply.NONE,
                List.of(),
                null,
                null,
                1);
    }
}
