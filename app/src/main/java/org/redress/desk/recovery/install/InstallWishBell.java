package org.redress.desk.recovery.install;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.redress.desk.recovery.authority.Kinships;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.Posts;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.StaffMember;
import org.redress.ground.identity.Superiors;
import org.redress.ground.notification.About;
import org.redress.ground.notification.Message;
import org.redress.ground.notification.MessageChannel;
import org.redress.ground.notification.Messages;
import org.redress.ground.notification.Recipient;
import org.redress.platform.text.Words;
import org.springframework.stereotype.Component;

/** Somebody who may say the same hears that a change waits for it: whoever leads the unit that installs, or stands above it. */
@Component
class InstallWishBell {

    private static final String CODE = "install.second";

    private final Superiors superiors;
    private final SecondWord second;
    private final Kinships kinships;
    private final Messages messages;
    private final Staff staff;
    private final Bureaus bureaus;
    private final Clock clock;

    InstallWishBell(
            Superiors superiors,
            SecondWord second,
            Kinships kinships,
            Messages messages,
            Staff staff,
            Bureaus bureaus,
            Clock clock) {
        this.superiors = superiors;
        this.second = second;
        this.kinships = kinships;
        this.messages = messages;
        this.staff = staff;
        this.bureaus = bureaus;
        this.clock = clock;
    }

    /**
     * Rings it in the running transaction, once for each wish of a person.
     *
     * @param wished with the day that was wished
     * @param answered whether whoever wished it answers for the sum
     */
    void ring(Actor wisher, Install wished, Money sum, boolean answered) {
        Actor product = bureaus.command(bureaus.get(wisher.bureau()));
        hearing(wisher, wished, sum, answered)
                .flatMap(person -> staff.find(product, person))
                .ifPresent(person -> write(product, wisher, person, wished, sum));
    }

    private Optional<StaffId> hearing(Actor wisher, Install wished, Money sum, boolean answered) {
        Instant now = clock.instant();
        Instant since = wished.ordered().atStartOfDay(wisher.zone()).toInstant();
        return Stream.of(Posts.HEAD, Posts.DIRECTOR, Posts.GENERAL_MANAGER)
                .flatMap(post -> superiors.holder(wisher.bureau(), wished.unit(), post, now).stream())
                .filter(person -> !person.equals(wisher.staff()))
                .filter(person -> !kinships.related(wisher.bureau(), person, wished.customer(), since))
                .filter(person -> answered
                        || second.answering(wisher, Set.of(person), sum).contains(person))
                .findFirst();
    }

    private void write(Actor product, Actor wisher, StaffMember person, Install wished, Money sum) {
        Locale language = person.language() == null ? Words.CHINESE : person.language();
        messages.send(
                product,
                new Message(
                        CODE,
                        MessageChannel.IN_APP,
                        language,
                        Recipient.staff(person.id()),
                        new About(
                                InstallBook.KIND,
                                wished.id().value(),
                                wished.number(),
                                InstallAnswering.PATH + "?view=WAITING"),
                        CODE + "." + wished.version() + "." + wisher.staff().value() + "." + wished.done(),
                        Map.of(
                                "number",
                                wished.number(),
                                "person",
                                wisher.name(),
                                "sum",
                                Words.of(language).money(sum)),
                        true));
    }
}
