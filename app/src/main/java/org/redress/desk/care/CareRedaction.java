package org.redress.desk.care;

import java.util.List;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.Blackout;
import org.redress.ground.party.CoveredTexts;
import org.redress.ground.party.CoveredTexts.Table;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Redactable;
import org.springframework.stereotype.Component;

/** Covers a customer's personal data in what was noted of their wishes. */
@Component
class CareRedaction implements Redactable {

    private static final List<Table> TABLES =
            List.of(new Table("care.preference", "customer", List.of("id"), List.of("words", "folded")));

    private final CoveredTexts texts;

    CareRedaction(CoveredTexts texts) {
        this.texts = texts;
    }

    @Override
    public int redact(Actor actor, CustomerId customer, Blackout words) {
        return TABLES.stream()
                .mapToInt(table -> texts.cover(actor.bureau(), table, List.of(customer.value()), words))
                .sum();
    }
}
