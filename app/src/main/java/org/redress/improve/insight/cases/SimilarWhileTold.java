package org.redress.improve.insight.cases;

import java.util.Map;
import java.util.Optional;
import org.redress.desk.contact.CustomerPanel;
import org.redress.desk.contact.ToldPanel;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.springframework.stereotype.Component;

/** Similar cases beside the words of a contact that is being taken. */
@Component
class SimilarWhileTold implements ToldPanel {

    private final SimilarParts parts;

    SimilarWhileTold(SimilarParts parts) {
        this.parts = parts;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Optional<CustomerPanel.View> show(Actor actor, Told told) {
        if (!actor.may(Action.READ, "ticket")) {
            return Optional.empty();
        }
        Asked asked = new Asked(
                told.subject().isBlank() ? told.words() : told.subject() + "。" + told.words(),
                parts.suggested(actor, told.subject(), told.words()),
                Doors.place(told.place()),
                null,
                null);
        return Optional.of(new CustomerPanel.View(
                "insight/case-told.jte",
                Map.of("part", parts.of(actor, asked, SimilarParts.OFFERED, "/contacts/new", true))));
    }
}
