package org.redress.desk.recovery.install;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;
import org.redress.desk.recovery.authority.Kinships;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.Superiors;
import org.redress.ground.notification.About;
import org.redress.ground.notification.Notice;
import org.redress.ground.notification.Notices;
import org.springframework.stereotype.Component;

/** Somebody who may say the same hears that a change waits for it: whoever leads the unit that installs, or stands above it. */
@Component
class InstallWishBell {

    private static final String CODE = "install.second";

    private final Superiors superiors;
    private final SecondWord second;
    private final Kinships kinships;
    private final Notices notices;
    private final Bureaus bureaus;
    private final Clock clock;

    InstallWishBell(
            Superiors superiors, SecondWord second, Kinships kinships, Notices notices, Bureaus bureaus, Clock clock) {
        this.superiors = superiors;
        this.second = second;
        this.kinships = kinships;
        this.notices = notices;
        this.bureaus = bureaus;
        this.clock = clock;
    }

    /**
     * Rings it in the running transaction, once for each wish of a person and whoever hears of it.
     *
     * @param wished with the day that was wished
     * @param answered whether whoever wished it answers for the sum
     * @return whether there is anybody who could be asked
     */
    boolean ring(Actor wisher, Install wished, Money sum, boolean answered) {
        Actor product = bureaus.command(bureaus.get(wisher.bureau()));
        Optional<StaffId> reader = hearing(wisher, wished, sum, answered);
        reader.ifPresent(person -> notices.ring(product, person, notice(wisher, person, wished, sum)));
        return reader.isPresent();
    }

    private Optional<StaffId> hearing(Actor wisher, Install wished, Money sum, boolean answered) {
        Instant now = clock.instant();
        Instant since = wished.ordered().atStartOfDay(wisher.zone()).toInstant();
        return superiors
                .leaders(wisher.bureau(), wished.unit(), now)
                .filter(person -> !person.equals(wisher.staff()))
                .filter(person -> !kinships.related(wisher.bureau(), person, wished.customer(), since))
                .filter(person -> answered || second.answers(wisher, second.here(wisher, Set.of(person)), sum))
                .findFirst();
    }

    private static Notice notice(Actor wisher, StaffId reader, Install wished, Money sum) {
        return new Notice(
                CODE,
                new About(
                        InstallBook.KIND,
                        wished.id().value(),
                        wished.number(),
                        InstallAnswering.PATH + "?view=WAITING"),
                String.join(
                        ".",
                        CODE,
                        Integer.toString(wished.version()),
                        wisher.staff().value().toString(),
                        Objects.toString(wished.done()),
                        reader.value().toString()),
                words -> Map.of("number", wished.number(), "person", wisher.name(), "sum", words.money(sum)),
                true);
    }
}
