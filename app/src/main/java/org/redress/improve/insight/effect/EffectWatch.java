package org.redress.improve.insight.effect;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.redress.ground.identity.Bureau;
import org.redress.ground.identity.Bureaus;
import org.redress.platform.jobs.RecurringJob;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Reckons figures again when something has happened, or a day has passed: at the soonest after a hundred times as long as it took
 * last, so that a big bureau is not reckoning all day, not even where it fails each time. What goes wrong in one bureau stays there.
 */
@Configuration(proxyBeanMethods = false)
class EffectWatch {

    private static final Logger log = LoggerFactory.getLogger(EffectWatch.class);
    private static final int REST = 100;
    /** After one that has never come to its end, of which nobody knows how long it takes. */
    private static final Duration FIRST_REST = Duration.ofMinutes(10);

    @Bean
    RecurringJob reckonEffects(Reckoner reckoner, FigureRows rows, Bureaus bureaus, Clock clock) {
        return new RecurringJob(
                "recovery-effects",
                Duration.ofMinutes(1),
                () -> bureaus.list().forEach(bureau -> look(reckoner, rows, bureau, clock.instant())));
    }

    private static void look(Reckoner reckoner, FigureRows rows, Bureau bureau, Instant now) {
        try {
            if (rows.reckoned(bureau.id())
                    .filter(last -> due(last, bureau, now))
                    .isPresent()) {
                reckoner.reckon(bureau);
            }
        } catch (RuntimeException e) {
            log.error("effects of bureau {} cannot be reckoned", bureau.id().value(), e);
        }
    }

    static boolean due(FigureRows.Reckoned last, Bureau bureau, Instant now) {
        Instant at = last.at();
        Instant begun = Objects.requireNonNullElse(last.begun(), at == null ? Instant.EPOCH : at);
        if (at == null) {
            return !now.isBefore(begun.plus(FIRST_REST));
        }
        boolean another = !LocalDate.ofInstant(at, bureau.zone()).equals(LocalDate.ofInstant(now, bureau.zone()));
        return (last.dirty() || another) && !now.isBefore(begun.plusMillis((1 + REST) * last.tookMillis()));
    }
}
