package org.redress.improve.quality.support;

import java.util.List;
import java.util.UUID;
import org.redress.ground.commitment.ClockWords;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.Blackout;
import org.redress.ground.party.CoveredTexts;
import org.redress.ground.party.CoveredTexts.Table;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Redactable;
import org.springframework.stereotype.Component;

/**
 * Covers a customer's personal data in what staff said about how they were treated, and in what their supervisors said to them
 * about it.
 */
@Component
class SupportRedaction implements Redactable {

    private static final Table CONTACT =
            new Table("quality.contact_fact", "customer", List.of("contact"), List.of("abuse_words"));

    private static final Table WORD = new Table("quality.relief", "id", List.of("id"), List.of("words"));

    private final ReliefRows reliefs;
    private final CoveredTexts texts;
    private final ClockWords clocks;

    SupportRedaction(ReliefRows reliefs, CoveredTexts texts, ClockWords clocks) {
        this.reliefs = reliefs;
        this.texts = texts;
        this.clocks = clocks;
    }

    @Override
    public int redact(Actor actor, CustomerId customer, Blackout words) {
        List<UUID> brought = reliefs.broughtBy(actor.bureau(), customer);
        return texts.cover(actor.bureau(), CONTACT, List.of(customer.value()), words)
                + texts.cover(actor.bureau(), WORD, brought, words)
                + clocks.redact(actor, SupportRights.KIND, brought, words);
    }
}
