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
import org.redress.ground.notification.WaitingMails;
import org.springframework.stereotype.Component;

/** The clock of a mail that waits: somebody is to see to it within the limit of the rulebook. */
@Component
class MailClocks {

    /** The clock's name and the rule that sets its limit. */
    static final String FIRST = "mail.first";

    private final Commitments commitments;
    private final Clock clock;

    MailClocks(Commitments commitments, Clock clock) {
        this.commitments = commitments;
        this.clock = clock;
    }

    void start(Actor product, UUID mail, Instant arrived) {
        commitments.start(product, subject(mail), FIRST, FIRST, Calendars.WORKING, arrived);
    }

    /** Somebody has seen to it; a mail that came before there were clocks has none. */
    void stop(Actor actor, UUID mail) {
        if (runs(actor, mail)) {
            commitments.stop(actor, subject(mail), FIRST, clock.instant());
        }
    }

    void cancel(Actor actor, UUID mail) {
        if (runs(actor, mail)) {
            commitments.cancel(actor, subject(mail), FIRST);
        }
    }

    private boolean runs(Actor actor, UUID mail) {
        return commitments.of(actor, subject(mail)).stream().anyMatch(one -> one.endedAt() == null);
    }

    /** When each of these is to be seen to by; late ones among them. */
    Map<UUID, Instant> due(Actor actor, Collection<UUID> mails) {
        return commitments.of(actor, mails.stream().map(MailClocks::subject).toList()).values().stream()
                .map(clocks -> clocks.getLast())
                .filter(one -> one.dueAt() != null)
                .collect(Collectors.toMap(one -> one.subject().id(), one -> one.dueAt()));
    }

    private static Subject subject(UUID mail) {
        return new Subject(WaitingMails.KIND, mail);
    }
}
