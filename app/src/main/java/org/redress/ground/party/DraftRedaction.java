package org.redress.ground.party;

import org.redress.ground.identity.Actor;
import org.redress.platform.web.FormDrafts;
import org.springframework.stereotype.Component;

/** Whatever names the customer and was written into a form and not sent is thrown away, wherever it was written. */
@Component
class DraftRedaction implements Redactable {

    private final FormDrafts drafts;

    DraftRedaction(FormDrafts drafts) {
        this.drafts = drafts;
    }

    @Override
    public int redact(Actor actor, CustomerId customer, Blackout words) {
        return drafts.removeWhere(
                actor.bureau().value(), text -> !words.over(text).equals(text));
    }
}
