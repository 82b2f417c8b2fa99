package org.redress.improve.quality.support;

import java.util.List;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.Blackout;
import org.redress.ground.party.CoveredTexts;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Redactable;
import org.springframework.stereotype.Component;

/** Covers a customer's personal data in what staff said about how they were treated. */
@Component
class SupportRedaction implements Redactable {

    private static final CoveredTexts.Table CONTACT =
            new CoveredTexts.Table("quality.contact_fact", "customer", List.of("contact"), List.of("abuse_words"));

    private final CoveredTexts texts;

    SupportRedaction(CoveredTexts texts) {
        this.texts = texts;
    }

    @Override
    public int redact(Actor actor, CustomerId customer, Blackout words) {
        return texts.cover(actor.bureau(), CONTACT, List.of(customer.value()), words);
    }
}
