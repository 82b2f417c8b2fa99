package org.redress.improve.insight.robust;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("S8.2")
class ShareTest {

    @Test
    void the_interval_is_wilsons() {
        // Newcombe 1998, table I: 81 of 263 gives 0.2553 to 0.3662, 15 of 148 gives 0.0624 to 0.1605.
        Share many = Share.of(81, 263);
        assertThat(many.low()).isEqualTo(0.2553, Offset.offset(5e-5));
        assertThat(many.high()).isEqualTo(0.3662, Offset.offset(5e-5));
        Share few = Share.of(15, 148);
        assertThat(few.low()).isEqualTo(0.0624, Offset.offset(5e-5));
        assertThat(few.high()).isEqualTo(0.1605, Offset.offset(5e-5));
        assertThat(Share.of(0, 20).high()).isEqualTo(0.1611, Offset.offset(5e-5));
    }

    @Property
    void a_share_lies_within_its_interval_and_that_between_nought_and_one(
            @ForAll @LongRange(min = 0, max = 100_000) long a, @ForAll @LongRange(min = 0, max = 100_000) long b) {
        Share share = Share.of(Math.min(a, b), Math.max(a, b));
        assertThat(share.low()).isBetween(0.0, 1.0);
        assertThat(share.high()).isBetween(share.low(), 1.0);
        if (share.of() > 0) {
            assertThat(share.value()).isBetween(share.low() - 1e-12, share.high() + 1e-12);
        }
    }

    @Test
    void of_nothing_anything_may_be_true() {
        assertThat(Share.of(0, 0)).isEqualTo(new Share(0, 0, 0, 1));
    }
}
