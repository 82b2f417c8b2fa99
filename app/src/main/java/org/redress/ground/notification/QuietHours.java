package org.redress.ground.notification;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.redress.ground.identity.Bureau;
import org.redress.ground.rulebook.Rule;
import org.redress.ground.rulebook.Rulebook;
import org.springframework.stereotype.Component;

/** The hours in which a channel does not disturb people: {@code message.quiet.CHANNEL.from} until {@code .until}. */
@Component
class QuietHours {

    private static final int MINUTES = 60;
    private static final int DAY = 24 * MINUTES;

    private final Rulebook rulebook;

    QuietHours(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    /** When the quiet hours that hold now are over; empty outside of them. Without rules a channel knows none. */
    Optional<Instant> end(Bureau bureau, MessageChannel channel, Instant now) {
        ZonedDateTime local = now.atZone(bureau.zone());
        LocalDate today = local.toLocalDate();
        Optional<Integer> from = minute(bureau, channel, "from", today);
        Optional<Integer> until = minute(bureau, channel, "until", today);
        if (from.isEmpty() || until.isEmpty()) {
            return Optional.empty();
        }
        return end(local, from.get(), until.get());
    }

    private Optional<Integer> minute(Bureau bureau, MessageChannel channel, String end, LocalDate today) {
        return rulebook.find(bureau.id(), "message.quiet." + channel.slug() + "." + end, today)
                .map(Rule::amount)
                .map(hour -> hour.multiply(BigDecimal.valueOf(MINUTES)).intValue() % DAY);
    }

    /** From and until are minutes of the day; the same twice means no quiet hours; they may reach over midnight. */
    static Optional<Instant> end(ZonedDateTime local, int from, int until) {
        int now = local.getHour() * MINUTES + local.getMinute();
        boolean overnight = from > until;
        boolean quiet = overnight ? now >= from || now < until : now >= from && now < until;
        if (!quiet) {
            return Optional.empty();
        }
        LocalDate day = overnight && now >= from ? local.toLocalDate().plusDays(1) : local.toLocalDate();
        LocalTime time = LocalTime.of(until / MINUTES, until % MINUTES);
        return Optional.of(ZonedDateTime.of(day, time, local.getZone()).toInstant());
    }
}
