package org.redress.improve.quality.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.redress.improve.quality.card.CardState.APPEALED;
import static org.redress.improve.quality.card.CardState.DROPPED;
import static org.redress.improve.quality.card.CardState.EXPIRED;
import static org.redress.improve.quality.card.CardState.HEARD;
import static org.redress.improve.quality.card.CardState.LIFTED;
import static org.redress.improve.quality.card.CardState.PROPOSED;
import static org.redress.improve.quality.card.CardState.STANDS;
import static org.redress.improve.quality.card.CardState.WITHDRAWN;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.UnitId;

@Tag("S5.4")
class CardStateTest {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

    /** Written down a second time, from the trade's point of view. */
    private static final Map<CardState, Map<CardStep, CardState>> PLAN = Map.of(
            PROPOSED,
            Map.of(CardStep.STATE, HEARD, CardStep.CLOSE_HEARING, HEARD, CardStep.WITHDRAW, WITHDRAWN),
            HEARD,
            Map.of(
                    CardStep.STATE,
                    HEARD,
                    CardStep.WITHDRAW,
                    WITHDRAWN,
                    CardStep.UPHOLD,
                    STANDS,
                    CardStep.DROP,
                    DROPPED),
            STANDS,
            Map.of(CardStep.APPEAL, APPEALED, CardStep.LIFT, LIFTED, CardStep.EXPIRE, EXPIRED),
            APPEALED,
            Map.of(CardStep.CONFIRM, STANDS, CardStep.LIFT, LIFTED),
            DROPPED,
            Map.of(),
            WITHDRAWN,
            Map.of(),
            LIFTED,
            Map.of(),
            EXPIRED,
            Map.of());

    @ParameterizedTest
    @EnumSource
    void exactly_the_planned_steps_are_legal_and_every_other_one_is_a_bug(CardState state) {
        Map<CardStep, CardState> plan = PLAN.getOrDefault(state, Map.of());
        for (CardStep step : CardStep.values()) {
            CardState to = plan.get(step);
            if (to == null) {
                assertThatThrownBy(() -> in(state).after(step)).isInstanceOf(IllegalStateException.class);
            } else {
                assertThat(in(state).after(step).state()).isEqualTo(to);
            }
        }
    }

    @Test
    void nothing_but_a_card_that_stands_counts() {
        assertThat(CardState.values()).filteredOn(CardState::counts).containsExactly(STANDS);
    }

    @Test
    void nobody_gets_from_a_proposal_to_a_standing_card_without_a_hearing() {
        assertThat(PROPOSED.legalSteps()).doesNotContain(CardStep.UPHOLD, CardStep.DROP);
    }

    private static QualityCard in(CardState state) {
        StaffId person = new StaffId(new UUID(0, 3));
        return new QualityCard(
                new CardId(new UUID(0, 1)),
                1,
                new UnitId(new UUID(0, 2)),
                null,
                Severity.YELLOW,
                Severity.YELLOW,
                state,
                new QualityCard.Grounds("why", 3, "card.yellow=3@house/1", person, NOW, NOW),
                null,
                null,
                1);
    }
}
