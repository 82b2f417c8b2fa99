package org.redress.desk.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("S4.4")
class RemedyKindTest {

    @Test
    void kinds_stand_in_the_order_that_customers_value() {
        assertThat(Arrays.stream(RemedyKind.values()).map(RemedyKind::tier))
                .isSorted()
                .contains(1, 2, 3, 4);
        assertThat(RemedyKind.REFUND.tier()).isEqualTo(1);
        assertThat(RemedyKind.APOLOGY.tier()).isEqualTo(2);
        assertThat(RemedyKind.BILL_CREDIT.tier()).isEqualTo(3);
        assertThat(RemedyKind.VISIT.tier()).isEqualTo(4);
    }

    @Test
    void only_something_tangible_can_be_money() {
        assertThat(Arrays.stream(RemedyKind.values()).filter(kind -> kind.sum() != RemedyKind.Sum.NONE))
                .isNotEmpty()
                .allMatch(RemedyKind::tangible);
    }

    @Test
    void every_kind_is_found_by_its_code() {
        for (RemedyKind kind : RemedyKind.values()) {
            assertThat(RemedyKind.ofCode(kind.code())).contains(kind);
        }
        assertThat(RemedyKind.ofCode("store-credit")).isEmpty();
    }
}
