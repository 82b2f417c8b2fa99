package org.redress.ground.commitment;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.notification.Messages;
import org.redress.ground.party.Blackout;
import org.redress.ground.party.CoveredTexts;
import org.redress.ground.party.CoveredTexts.Table;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people wrote about clocks: why one stands still, what they do about one that is late, and who was told of it. */
@Component
public class ClockWords {

    private static final List<Table> TABLES = List.of(
            new Table("commitment.pause", "clock", List.of("clock", "seq"), List.of("note")),
            new Table("commitment.escalation", "clock", List.of("id"), List.of("answer")));

    private final JdbcClient jdbc;
    private final CoveredTexts texts;
    private final Messages messages;

    ClockWords(JdbcClient jdbc, CoveredTexts texts, Messages messages) {
        this.jdbc = jdbc;
        this.texts = texts;
        this.messages = messages;
    }

    /**
     * Covers what must not be read any more in what was written and told about the clocks of these subjects. Their owner knows
     * whose they are. For whoever may black out customers.
     *
     * @param kind of the subjects, e.g. {@code ticket}
     * @return how many texts were covered
     */
    @Transactional
    public int redact(Actor actor, String kind, Collection<UUID> subjects, Blackout words) {
        actor.require(Action.REDACT, "customer");
        List<UUID> clocks = jdbc.sql(
                        "select id from commitment.clock where bureau = ? and subject = any(?) and subject_kind = ?")
                .params(actor.bureau().value(), subjects.toArray(UUID[]::new), kind)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
        return TABLES.stream()
                        .mapToInt(table -> texts.cover(actor.bureau(), table, clocks, words))
                        .sum()
                + messages.redact(actor, kind, subjects, words::over, Blackout.COVER);
    }
}
