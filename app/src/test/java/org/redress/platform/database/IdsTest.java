package org.redress.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {

    @Test
    void an_id_is_a_version_7_uuid_of_the_ietf_variant() {
        UUID id = Ids.next();
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void ids_of_one_process_sort_in_the_order_they_were_made() {
        List<String> made =
                IntStream.range(0, 20_000).mapToObj(i -> Ids.next().toString()).toList();
        assertThat(made).isSorted();
    }

    @Test
    void no_two_threads_get_the_same_id() {
        List<UUID> made = IntStream.range(0, 8)
                .parallel()
                .mapToObj(thread -> Stream.generate(Ids::next).limit(20_000).toList())
                .flatMap(List::stream)
                .toList();
        assertThat(made).doesNotHaveDuplicates();
    }

    @Test
    void an_id_for_a_moment_carries_its_milliseconds() {
        Instant moment = Instant.parse("2026-01-02T03:04:05.678999Z");
        assertThat(Ids.at(moment).getMostSignificantBits() >>> 16).isEqualTo(moment.toEpochMilli());
        assertThat(Ids.at(moment)).isNotEqualTo(Ids.at(moment));
    }

    @Test
    void the_part_of_a_millisecond_orders_ids_within_it() {
        Instant early = Instant.parse("2026-01-02T03:04:05.678001Z");
        Instant late = Instant.parse("2026-01-02T03:04:05.678999Z");
        assertThat(Ids.at(early).toString()).isLessThan(Ids.at(late).toString());
    }
}
