package org.redress.ground.party;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.trail.Trail;
import org.redress.platform.web.Problem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Blacks out the personal data of a customer who asks for it, where nothing is in hand for them any more. What was done and
 * when, and every figure, stays; who it was cannot be read again.
 */
@Component
public class Redactions {

    private static final int LONGEST = 300;
    private static final CoveredTexts.Table CONSENT =
            new CoveredTexts.Table("party.consent", "customer", List.of("id"), List.of("said"));

    private final JdbcClient jdbc;
    private final Findable findable;
    private final CoveredTexts texts;
    private final ObjectProvider<Redactable> holders;
    private final Trail trail;
    private final Clock clock;

    Redactions(
            JdbcClient jdbc,
            Findable findable,
            CoveredTexts texts,
            ObjectProvider<Redactable> holders,
            Trail trail,
            Clock clock) {
        this.jdbc = jdbc;
        this.findable = findable;
        this.texts = texts;
        this.holders = holders;
        this.trail = trail;
        this.clock = clock;
    }

    /** When it was done; empty where it was not. */
    public Optional<Instant> done(Actor actor, CustomerId id) {
        actor.require(Action.READ, "customer");
        return jdbc.sql(
                        "select redacted_at from party.customer where bureau = ? and id = ? and redacted_at is not null")
                .params(actor.bureau().value(), id.value())
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    /**
     * Does it, in one transaction.
     *
     * @param why without personal data, it stands in the trail; {@link Problem} {@code redaction.why} where it is missing,
     *     {@code customer.redacted} the second time, or the code of what stands in the way
     */
    @Transactional
    public void redact(Actor actor, CustomerId id, String why) {
        actor.require(Action.REDACT, "customer");
        String reason = why.strip();
        if (reason.isEmpty() || reason.length() > LONGEST || reason.chars().anyMatch(Character::isISOControl)) {
            throw Problem.invalid("redaction.why", "why", LONGEST);
        }
        List<String> words = held(actor, id);
        if (done(actor, id).isPresent()) {
            throw Problem.conflict("customer.redacted");
        }
        List<Redactable> all = holders.orderedStream().toList();
        all.stream()
                .flatMap(holder -> holder.hindrance(actor, id).stream())
                .findFirst()
                .ifPresent(code -> {
                    throw Problem.conflict(code);
                });
        Blackout blackout = Blackout.of(words);
        int texts = all.stream()
                .mapToInt(holder -> holder.redact(actor, id, blackout))
                .sum();
        texts += this.texts.cover(actor.bureau(), CONSENT, List.of(id.value()), blackout);
        forget(actor, id);
        trail.record(
                actor,
                "customer.redact",
                "customer",
                id.value(),
                JsonMapper.shared().writeValueAsString(Map.of("why", reason, "texts", texts)));
    }

    /** The customer's name, numbers and addresses, their row held until the transaction ends. */
    private List<String> held(Actor actor, CustomerId id) {
        int bureau = actor.bureau().value();
        List<String> words = new ArrayList<>(
                jdbc.sql("select coalesce(name, '') from party.customer where bureau = ? and id = ? for update")
                        .params(bureau, id.value())
                        .query((row, n) -> row.getString(1))
                        .list());
        if (words.isEmpty()) {
            throw Problem.absent("customer.absent");
        }
        words.addAll(jdbc.sql("""
                        select given from party.contact_point where bureau = :bureau and customer = :customer
                        union select value from party.identifying_key
                         where bureau = :bureau and customer = :customer and kind in ('phone', 'email')
                        """)
                .param("bureau", bureau)
                .param("customer", id.value())
                .query((row, n) -> row.getString(1))
                .list());
        return words;
    }

    private void forget(Actor actor, CustomerId id) {
        int bureau = actor.bureau().value();
        for (String table : List.of("identifying_key", "contact_point", "findable")) {
            jdbc.sql("delete from party." + table + " where bureau = ? and customer = ?")
                    .params(bureau, id.value())
                    .update();
        }
        jdbc.sql("update party.customer set name = null, redacted_at = ? where bureau = ? and id = ?")
                .params(Timestamp.from(clock.instant()), bureau, id.value())
                .update();
        findable.index(actor.bureau(), List.of(id.value()));
    }
}
