package org.redress.desk.recovery.ledger;

import java.util.List;
import java.util.UUID;
import org.redress.ground.commitment.ClockWords;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.Blackout;
import org.redress.ground.party.CoveredTexts;
import org.redress.ground.party.CoveredTexts.Table;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Redactable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Covers a customer's personal data in what was written about the money that they were given; the money stays. */
@Component
class MoneyRedaction implements Redactable {

    private static final List<Table> TABLES = List.of(
            new Table("recovery.remedy", "id", List.of("id"), List.of("note")),
            new Table("recovery.entry", "compensation", List.of("id"), List.of("why")),
            new Table("recovery.approval", "compensation", List.of("compensation", "step"), List.of("why")),
            new Table("recovery.adjustment", "compensation", List.of("posting"), List.of("why")));

    private final JdbcClient jdbc;
    private final CoveredTexts texts;
    private final ClockWords clocks;

    MoneyRedaction(JdbcClient jdbc, CoveredTexts texts, ClockWords clocks) {
        this.jdbc = jdbc;
        this.texts = texts;
        this.clocks = clocks;
    }

    @Override
    public int redact(Actor actor, CustomerId customer, Blackout words) {
        List<UUID> given = jdbc.sql("select id from recovery.compensation where bureau = ? and customer = ?")
                .params(actor.bureau().value(), customer.value())
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
        return TABLES.stream()
                        .mapToInt(table -> texts.cover(actor.bureau(), table, given, words))
                        .sum()
                + clocks.redact(actor, Compensations.KIND, given, words);
    }
}
