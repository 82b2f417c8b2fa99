package org.redress.desk.care;

import java.util.List;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.Blackout;
import org.redress.ground.party.CoveredTexts;
import org.redress.ground.party.CoveredTexts.Table;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Redactable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Covers a customer's personal data in what was noted of their wishes. */
@Component
class CareRedaction implements Redactable {

    private static final List<Table> TABLES = List.of(
            new Table("care.preference", "customer", List.of("id"), List.of("words")),
            new Table("care.preference_step", "customer", List.of("seq"), List.of("reason", "remark")));

    private final JdbcClient jdbc;
    private final CoveredTexts texts;

    CareRedaction(JdbcClient jdbc, CoveredTexts texts) {
        this.jdbc = jdbc;
        this.texts = texts;
    }

    @Override
    public int redact(Actor actor, CustomerId customer, Blackout words) {
        forget(actor, customer);
        return TABLES.stream()
                .mapToInt(table -> texts.cover(actor.bureau(), table, List.of(customer.value()), words))
                .sum();
    }

    /** None is known again by its words any more: two that differed may say the same once they are covered. */
    private void forget(Actor actor, CustomerId customer) {
        jdbc.sql("update care.preference set folded = id::text where bureau = ? and customer = ?")
                .params(actor.bureau().value(), customer.value())
                .update();
    }
}
