package org.redress.desk.dispute.page;

import java.util.List;
import java.util.Objects;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.desk.dispute.Claim;
import org.redress.desk.dispute.ClaimState;
import org.redress.ground.identity.Actor;
import org.redress.platform.text.Words;

/** What became of the items, as it can be said to the customer. Customers' own language is not known; the bureau's is spoken. */
final class DisputeAnswer {

    private static final Words WORDS = Words.of(Words.CHINESE);

    private DisputeAnswer() {}

    /** The text, or null while something is open or nothing was disputed. */
    static @Nullable String of(Actor actor, List<ClaimRow> rows) {
        List<ClaimRow> decided = rows.stream()
                .filter(row -> row.claim().state() == ClaimState.OPERATOR
                        || row.claim().state() == ClaimState.CUSTOMER)
                .toList();
        if (decided.isEmpty() || rows.stream().anyMatch(row -> row.claim().open())) {
            return null;
        }
        StringBuilder text = new StringBuilder(WORDS.text("dispute.answer.begin", decided.size()));
        for (ClaimRow row : decided) {
            text.append('\n').append(line(actor, row));
        }
        return text.toString();
    }

    private static String line(Actor actor, ClaimRow row) {
        Claim claim = row.claim();
        Claim.Decision decision = Objects.requireNonNull(claim.decision());
        Money granted = decision.granted();
        String about = WORDS.text(
                "dispute.answer.item",
                WORDS.dateTime(row.item().at(), actor.zone()),
                row.item().what(),
                WORDS.money(claim.sum()));
        if (decision.itself()) {
            return about + WORDS.text("dispute.answer.itself", WORDS.money(claim.sum()));
        }
        return granted == null
                ? about + WORDS.text("dispute.answer.owed", decision.why())
                : about + WORDS.text("dispute.answer.refund", WORDS.money(granted), decision.why());
    }
}
