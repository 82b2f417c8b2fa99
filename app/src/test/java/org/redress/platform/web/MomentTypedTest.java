package org.redress.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;

class MomentTypedTest {

    @ParameterizedTest
    @ValueSource(strings = {"1970-01-01T00:00:00Z", "2026-11-30T08:00:00.123456Z", "9999-12-31T23:59:59.999999Z"})
    void a_moment_that_a_table_can_hold_is_read(String text) {
        assertThat(MomentTyped.read(text)).isEqualTo(Instant.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+999999999-01-01T00:00:00Z",
                "-1000000000-01-01T00:00:00Z",
                "+10000-01-01T00:00:00Z",
                "1969-12-31T23:59:59.999999999Z",
                "yesterday",
                ""
            })
    void any_other_is_refused_as_an_address_that_cannot_be_read(String text) {
        assertThatThrownBy(() -> MomentTyped.read(text)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo("moment.unreadable");
            assertThat(problem.status()).isEqualTo(HttpStatus.BAD_REQUEST);
        });
    }
}
