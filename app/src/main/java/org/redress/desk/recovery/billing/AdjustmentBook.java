package org.redress.desk.recovery.billing;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.redress.desk.recovery.BillingAdjustments;
import org.redress.ground.identity.Actor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes adjustments until the office bills: a durable book, append-only, one line for each posting. Like billing it refuses
 * what has no account, and a reversal of something that it never took.
 */
@Component
class AdjustmentBook implements BillingAdjustments {

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final Clock clock;

    AdjustmentBook(JdbcClient jdbc, JdbcTemplate batch, Clock clock) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Map<UUID, Answer> take(Actor product, List<Adjustment> adjustments) {
        Set<UUID> taken = taken(product, adjustments);
        Map<UUID, Answer> answers = new HashMap<>();
        List<Object[]> fresh = adjustments.stream()
                .filter(one -> {
                    Answer answer = answer(one, taken);
                    answers.put(one.posting(), answer);
                    return answer instanceof Answer.Accepted && taken.add(one.posting());
                })
                .map(one -> row(product, one))
                .toList();
        batch.batchUpdate("""
                insert into recovery.billed (bureau, posting, reverses, customer, amount, currency, day, taken_at)
                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """, fresh);
        return answers;
    }

    private static Answer answer(Adjustment one, Set<UUID> taken) {
        if (taken.contains(one.posting())) {
            return new Answer.Accepted();
        }
        if (one.onBill() && one.customer() == null) {
            return new Answer.Refused(Reason.ACCOUNT);
        }
        return one.reverses() == null || taken.contains(one.reverses())
                ? new Answer.Accepted()
                : new Answer.Refused(Reason.ORIGINAL);
    }

    @SuppressWarnings("NullAway") // a row of parameters has nulls in it
    private Object[] row(Actor product, Adjustment one) {
        return new Object[] {
            product.bureau().value(),
            one.posting(),
            one.reverses(),
            one.customer() == null ? null : one.customer().value(),
            one.sum().getAmount(),
            one.sum().getCurrencyUnit().getCode(),
            one.day(),
            clock.instant().atOffset(ZoneOffset.UTC)
        };
    }

    private Set<UUID> taken(Actor product, List<Adjustment> adjustments) {
        UUID[] asked = adjustments.stream()
                .flatMap(one -> Stream.concat(Stream.of(one.posting()), Stream.ofNullable(one.reverses())))
                .distinct()
                .toArray(UUID[]::new);
        return new HashSet<>(jdbc.sql("select posting from recovery.billed where bureau = ? and posting = any(?)")
                .params(product.bureau().value(), asked)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list());
    }
}
