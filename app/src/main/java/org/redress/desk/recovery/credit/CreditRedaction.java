package org.redress.desk.recovery.credit;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.redress.ground.commitment.ClockWords;
import org.redress.ground.identity.Actor;
import org.redress.ground.notification.Messages;
import org.redress.ground.party.Blackout;
import org.redress.ground.party.CoveredTexts;
import org.redress.ground.party.CoveredTexts.Table;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Redactable;
import org.springframework.stereotype.Component;

/** Covers a customer's personal data in what was written about runs of credits and sent to them. */
@Component
class CreditRedaction implements Redactable {

    private static final Table STEPS = new Table("recovery.credit_step", "run", List.of("seq"), List.of("words"));

    private final ShareRows shares;
    private final CoveredTexts texts;
    private final Messages messages;
    private final ClockWords clocks;

    CreditRedaction(ShareRows shares, CoveredTexts texts, Messages messages, ClockWords clocks) {
        this.shares = shares;
        this.texts = texts;
        this.messages = messages;
        this.clocks = clocks;
    }

    @Override
    public int redact(Actor actor, CustomerId customer, Blackout words) {
        Map<UUID, UUID> theirs = shares.ofCustomer(actor.bureau(), customer);
        List<UUID> runs = List.copyOf(theirs.values());
        return texts.cover(actor.bureau(), STEPS, runs, words)
                + clocks.redact(actor, CreditRuns.SUBJECT, runs, words)
                + messages.redact(actor, CreditRuns.SUBJECT, List.copyOf(theirs.keySet()), words::over, Blackout.COVER);
    }
}
