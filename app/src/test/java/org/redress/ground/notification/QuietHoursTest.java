package org.redress.ground.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {

    @ParameterizedTest
    @CsvSource({
        "2031-03-05T20:59, 21, 8,",
        "2031-03-05T21:00, 21, 8, 2031-03-06T08:00",
        "2031-03-05T23:59, 21, 8, 2031-03-06T08:00",
        "2031-03-06T00:00, 21, 8, 2031-03-06T08:00",
        "2031-03-06T07:59, 21, 8, 2031-03-06T08:00",
        "2031-03-06T08:00, 21, 8,",
        "2031-03-06T13:10, 12, 14, 2031-03-06T14:00",
        "2031-03-06T14:00, 12, 14,",
        "2031-03-06T03:00, 0, 0,",
        "2031-03-06T03:00, 0, 7, 2031-03-06T07:00"
    })
    void quiet_hours_hold_until_they_end(String now, int from, int until, String end) {
        ZonedDateTime local = ZonedDateTime.parse(now + ":00+08:00[Asia/Shanghai]");
        assertThat(QuietHours.end(local, from * 60, until * 60)
                        .map(at -> at.atZone(local.getZone()).toLocalDateTime().toString()))
                .isEqualTo(java.util.Optional.ofNullable(end));
    }

    @Test
    void the_tries_take_fifteen_hours_in_growing_steps() {
        Duration all = Duration.ZERO;
        Duration before = Duration.ZERO;
        int tries = 1;
        for (; Backoff.after(tries).isPresent(); tries++) {
            Duration pause = Backoff.after(tries).get();
            assertThat(pause).isGreaterThan(before);
            before = pause;
            all = all.plus(pause);
        }
        assertThat(tries).isEqualTo(6);
        assertThat(all).isBetween(Duration.ofHours(14), Duration.ofHours(15));
    }
}
