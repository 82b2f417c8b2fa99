package org.redress.desk.recovery.pattern;

import java.util.List;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.Blackout;
import org.redress.ground.party.CoveredTexts;
import org.redress.ground.party.CoveredTexts.Table;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Redactable;
import org.springframework.stereotype.Component;

/** Covers a customer's personal data in what reviewers wrote. */
@Component
class PatternRedaction implements Redactable {

    private static final Table REVIEWS = new Table("recovery.pattern", "id", List.of("id"), List.of("words"));

    private final PatternRows rows;
    private final CoveredTexts texts;

    PatternRedaction(PatternRows rows, CoveredTexts texts) {
        this.rows = rows;
        this.texts = texts;
    }

    @Override
    public int redact(Actor actor, CustomerId customer, Blackout words) {
        return texts.cover(actor.bureau(), REVIEWS, rows.ofCustomer(actor.bureau(), customer), words);
    }
}
