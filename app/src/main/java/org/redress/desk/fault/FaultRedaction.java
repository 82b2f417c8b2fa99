package org.redress.desk.fault;

import java.util.List;
import java.util.UUID;
import org.redress.ground.commitment.ClockWords;
import org.redress.ground.identity.Actor;
import org.redress.ground.notification.Messages;
import org.redress.ground.party.Blackout;
import org.redress.ground.party.CoveredTexts;
import org.redress.ground.party.CoveredTexts.Table;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Redactable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Covers a customer's personal data in what was written and sent about the faults of their lines; a line stays where it lies. */
@Component
class FaultRedaction implements Redactable {

    private static final List<Table> TABLES = List.of(
            new Table("fault.fault", "id", List.of("id"), List.of("done")),
            new Table("fault.step", "fault", List.of("seq"), List.of("words")));

    private final JdbcClient jdbc;
    private final CoveredTexts texts;
    private final Messages messages;
    private final ClockWords clocks;

    FaultRedaction(JdbcClient jdbc, CoveredTexts texts, Messages messages, ClockWords clocks) {
        this.jdbc = jdbc;
        this.texts = texts;
        this.messages = messages;
        this.clocks = clocks;
    }

    @Override
    public int redact(Actor actor, CustomerId customer, Blackout words) {
        List<UUID> faults = jdbc.sql("""
                        select f.id from fault.line l join fault.fault f on f.bureau = l.bureau and f.line = l.id
                         where l.bureau = ? and l.customer = ?
                        """)
                .params(actor.bureau().value(), customer.value())
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
        int covered = TABLES.stream()
                .mapToInt(table -> texts.cover(actor.bureau(), table, faults, words))
                .sum();
        return covered
                + messages.redact(actor, FaultRights.KIND, faults, words::over, Blackout.COVER)
                + clocks.redact(actor, FaultRights.KIND, faults, words);
    }
}
