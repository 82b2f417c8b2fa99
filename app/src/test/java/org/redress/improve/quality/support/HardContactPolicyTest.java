package org.redress.improve.quality.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.contact.Mood;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.UnitId;

@Tag("S8.3")
class HardContactPolicyTest {

    private static final HardContactPolicy POLICY = new HardContactPolicy(5, Duration.ofMinutes(30), 6, 2);

    private static ContactFact hard(Mood mood, Hardness... why) {
        return new ContactFact(
                UUID.randomUUID(),
                new StaffId(UUID.randomUUID()),
                new UnitId(UUID.randomUUID()),
                null,
                null,
                Instant.EPOCH,
                mood,
                null,
                Set.of(why));
    }

    @Test
    void a_contact_is_hard_by_its_mood_its_length_and_by_abuse() {
        Duration half = Duration.ofMinutes(30);
        assertThat(POLICY.of(Mood.CALM, null, false)).isEmpty();
        assertThat(POLICY.of(Mood.DISAPPOINTED, half, false)).isEmpty();
        assertThat(POLICY.of(Mood.UNKNOWN, half.plusSeconds(1), false)).containsExactly(Hardness.LENGTH);
        assertThat(POLICY.of(Mood.ANGRY, null, false)).containsExactly(Hardness.MOOD);
        assertThat(POLICY.of(Mood.FURIOUS, Duration.ofHours(1), true))
                .containsExactlyInAnyOrder(Hardness.MOOD, Hardness.LENGTH, Hardness.ABUSE);
    }

    @Test
    void one_furious_or_abusive_contact_brings_relief_and_of_others_it_takes_two() {
        assertThat(POLICY.relieves(List.of())).isFalse();
        assertThat(POLICY.relieves(List.of(hard(Mood.ANGRY, Hardness.MOOD)))).isFalse();
        assertThat(POLICY.relieves(List.of(hard(Mood.FURIOUS, Hardness.MOOD)))).isTrue();
        assertThat(POLICY.relieves(List.of(hard(Mood.CALM, Hardness.ABUSE)))).isTrue();
        assertThat(POLICY.relieves(List.of(hard(Mood.ANGRY, Hardness.MOOD), hard(Mood.CALM, Hardness.LENGTH))))
                .isTrue();
    }

    @Test
    void moods_have_their_places_from_one_to_six() {
        assertThat(Mood.SEEN).extracting(HardContactPolicy::place).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(HardContactPolicy.place(Mood.UNKNOWN)).isZero();
    }

    @Property
    void a_worse_mood_is_never_less_hard(
            @ForAll @IntRange(max = 4) int better, @ForAll @IntRange(min = 1, max = 6) int from) {
        HardContactPolicy policy = new HardContactPolicy(from, Duration.ofMinutes(30), 6, 2);
        assertThat(policy.of(Mood.SEEN.get(better + 1), null, false))
                .containsAll(policy.of(Mood.SEEN.get(better), null, false));
    }
}
