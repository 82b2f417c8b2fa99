package org.redress.desk.recovery.followup;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.notification.MessageId;
import org.redress.ground.notification.Messages;
import org.redress.ground.notification.Resent;
import org.redress.ground.notification.Undelivered;
import org.redress.platform.jobs.OutboxListener;
import org.redress.platform.jobs.OutboxMessage;
import org.springframework.stereotype.Component;

/**
 * Hears that a link has not reached its customer: they were not asked, so they are on the list of those to ask by telephone,
 * until it is sent again. It looks at the letter as it stands, so messages may come twice and in any order. A reminder that is
 * lost changes nothing, the link itself is out.
 */
@Component
class LostLinks implements OutboxListener {

    private final FollowUpRows rows;
    private final FollowUpRules rules;
    private final Messages messages;
    private final Bureaus bureaus;
    private final Clock clock;

    LostLinks(FollowUpRows rows, FollowUpRules rules, Messages messages, Bureaus bureaus, Clock clock) {
        this.rows = rows;
        this.rules = rules;
        this.messages = messages;
        this.bureaus = bureaus;
        this.clock = clock;
    }

    @Override
    public List<String> topics() {
        return List.of(Undelivered.TOPIC, Resent.TOPIC);
    }

    @Override
    public void receive(OutboxMessage message) {
        Actor product = bureaus.command(bureaus.get(new BureauId(message.bureau())));
        if (message.topic().equals(Resent.TOPIC)) {
            Resent sent = Resent.read(message.payload());
            if (!messages.lost(product, new MessageId(sent.message()))) {
                of(product, sent.kind(), sent.subject(), FollowUpState.UNREACHED)
                        .ifPresent(one -> again(product, one));
            }
        } else {
            Undelivered lost = Undelivered.read(message.payload());
            if (messages.lost(product, new MessageId(lost.message()))) {
                of(product, lost.kind(), lost.subject(), FollowUpState.ASKED)
                        .ifPresent(one -> keep(product, one, lost));
            }
        }
    }

    private Optional<FollowUp> of(Actor product, String kind, UUID subject, FollowUpState state) {
        return kind.equals(FollowUps.KIND)
                ? rows.hold(product.bureau(), new FollowUpId(subject)).filter(one -> one.state() == state)
                : Optional.empty();
    }

    private void keep(Actor product, FollowUp one, Undelivered lost) {
        rows.step(product.bureau(), one.id(), product.staff(), FollowUpStep.What.UNDELIVERED, "", clock.instant());
        if (lost.code().endsWith("." + FollowUpSending.ASK)) {
            rows.state(product.bureau(), one.id(), FollowUpState.UNREACHED, null);
        }
    }

    /** Who was not reached is asked again, for as long as the link is good. */
    private void again(Actor product, FollowUp one) {
        Instant now = clock.instant();
        FollowUp.Asked asked = one.asked();
        if (asked != null && now.isBefore(asked.expiresAt())) {
            Instant reminder = rules.remindsAt(product, now);
            boolean reminds = asked.remindedAt() == null && reminder.isBefore(asked.expiresAt());
            rows.state(product.bureau(), one.id(), FollowUpState.ASKED, reminds ? reminder : asked.expiresAt());
            rows.step(product.bureau(), one.id(), product.staff(), FollowUpStep.What.SENT_AGAIN, "", now);
        }
    }
}
