package org.redress.desk.contact;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.redress.ground.commitment.Calendars;
import org.redress.ground.commitment.Commitments;
import org.redress.ground.commitment.Subject;
import org.redress.ground.identity.Actor;
import org.springframework.stereotype.Component;

/** The clock of a contact that waits: within the limit of the rulebook somebody says whether its matter is taken up again. */
@Component
class ContactClocks {

    /** The clock's name and the rule that sets its limit. */
    static final String DECIDE = "contact.decide";

    private final Commitments commitments;
    private final Clock clock;

    ContactClocks(Commitments commitments, Clock clock) {
        this.commitments = commitments;
        this.clock = clock;
    }

    void start(Actor actor, Contact waiting) {
        commitments.start(actor, subject(waiting.id()), DECIDE, DECIDE, Calendars.WORKING, waiting.recordedAt());
    }

    /** Somebody has decided; a contact that came before there were clocks has none. */
    void stop(Actor actor, ContactId decided) {
        commitments.stop(actor, subject(decided), DECIDE, clock.instant());
    }

    /** By when each of these is to be decided; late ones among them. */
    Map<UUID, Instant> due(Actor actor, Collection<Contact> waiting) {
        return commitments
                .due(
                        actor,
                        Contacts.KIND,
                        waiting.stream().map(one -> one.id().value()).toList())
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, clocks -> clocks.getValue().get(DECIDE)));
    }

    private static Subject subject(ContactId contact) {
        return new Subject(Contacts.KIND, contact.value());
    }
}
