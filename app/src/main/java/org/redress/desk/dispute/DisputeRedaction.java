package org.redress.desk.dispute;

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

/** Covers a customer's personal data in what was written about the items of their bills; what was billed stays. */
@Component
class DisputeRedaction implements Redactable {

    private static final List<Table> TABLES = List.of(
            new Table("dispute.claim", "id", List.of("id"), List.of("words", "why")),
            new Table("dispute.evidence", "claim", List.of("claim", "seq"), List.of("words", "reference")),
            new Table("dispute.claim_event", "claim", List.of("claim", "seq"), List.of("words")));

    private final JdbcClient jdbc;
    private final CoveredTexts texts;
    private final ClockWords clocks;

    DisputeRedaction(JdbcClient jdbc, CoveredTexts texts, ClockWords clocks) {
        this.jdbc = jdbc;
        this.texts = texts;
        this.clocks = clocks;
    }

    @Override
    public int redact(Actor actor, CustomerId customer, Blackout words) {
        List<UUID> claims = jdbc.sql("""
                        select c.id from dispute.bill b
                          join dispute.item i on i.bureau = b.bureau and i.bill = b.id
                          join dispute.claim c on c.bureau = i.bureau and c.item = i.id
                         where b.bureau = ? and b.customer = ?
                        """)
                .params(actor.bureau().value(), customer.value())
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
        return TABLES.stream()
                        .mapToInt(table -> texts.cover(actor.bureau(), table, claims, words))
                        .sum()
                + clocks.redact(actor, Disputes.KIND, claims, words);
    }
}
