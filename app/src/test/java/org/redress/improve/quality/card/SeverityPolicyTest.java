package org.redress.improve.quality.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("S5.4")
class SeverityPolicyTest {

    private static final SeverityPolicy POLICY = new SeverityPolicy(3, 6, 1);

    @Property
    void more_upheld_complaints_never_bring_a_milder_card(
            @ForAll @IntRange(min = 1, max = 50) int upheld, @ForAll boolean conduct) {
        assertThat(POLICY.of(upheld + 1, conduct)).isGreaterThanOrEqualTo(POLICY.of(upheld, conduct));
    }

    @Property
    void conduct_never_brings_a_milder_card(@ForAll @IntRange(min = 1, max = 50) int upheld) {
        assertThat(POLICY.of(upheld, true)).isGreaterThanOrEqualTo(POLICY.of(upheld, false));
    }

    @Test
    void notice_yellow_and_red_come_by_number_and_yellow_at_once_by_conduct() {
        assertThat(POLICY.of(1, false)).isEqualTo(Severity.NOTICE);
        assertThat(POLICY.of(3, false)).isEqualTo(Severity.YELLOW);
        assertThat(POLICY.of(6, false)).isEqualTo(Severity.RED);
        assertThat(POLICY.of(1, true)).isEqualTo(Severity.YELLOW);
    }

    @Test
    void rules_out_of_order_are_refused() {
        assertThatThrownBy(() -> new SeverityPolicy(6, 3, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
