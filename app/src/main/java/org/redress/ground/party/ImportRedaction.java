package org.redress.ground.party;

import org.redress.ground.identity.Actor;
import org.redress.ground.intake.Fold;
import org.redress.ground.intake.Intake;
import org.springframework.stereotype.Component;

/** Covers a customer's personal data in rows that were sent back and in what pages show of files that came in. */
@Component
class ImportRedaction implements Redactable {

    private final Intake intake;

    ImportRedaction(Intake intake) {
        this.intake = intake;
    }

    @Override
    public int redact(Actor actor, CustomerId customer, Blackout words) {
        return intake.redact(actor, words::over, words.inForm(Fold::of)::over);
    }
}
