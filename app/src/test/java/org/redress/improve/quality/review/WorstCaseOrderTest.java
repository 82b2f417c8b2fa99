package org.redress.improve.quality.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.improve.quality.review.ReviewPack.WorstCase;

@Tag("S5.4")
class WorstCaseOrderTest {

    private static WorstCase one(String number, int reopened, @Nullable String verdict, boolean late, long days) {
        return new WorstCase(new UUID(0, 1), number, "", "", new UUID(0, 2), reopened, verdict, late, days);
    }

    @Test
    void the_order_is_the_stated_one() {
        List<WorstCase> given = List.of(
                one("long", 0, null, false, 40),
                one("late", 0, "NOT_UPHELD", true, 3),
                one("partly", 0, "PARTLY", false, 3),
                one("upheld", 0, "UPHELD", false, 1),
                one("upheld late", 0, "UPHELD", true, 1),
                one("reopened", 1, null, false, 1));
        assertThat(WorstCaseOrder.first(given))
                .extracting(WorstCase::number)
                .containsExactly("reopened", "upheld late", "upheld", "partly", "late", "long");
    }

    @Test
    void no_more_are_shown_than_a_meeting_can_look_at() {
        List<WorstCase> many = IntStream.range(0, 30)
                .mapToObj(n -> one("T" + n, 0, null, false, n))
                .toList();
        assertThat(WorstCaseOrder.first(many))
                .hasSize(WorstCaseOrder.SHOWN)
                .first()
                .satisfies(worst -> assertThat(worst.days()).isEqualTo(29));
    }
}
