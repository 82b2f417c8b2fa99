package org.redress.desk.dispute.page;

import java.util.List;
import java.util.Objects;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.desk.dispute.Claim;
import org.redress.desk.dispute.ClaimState;
import org.redress.desk.ticket.Ticket;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.Consents;
import org.redress.platform.text.Words;
import org.springframework.stereotype.Component;

/** What became of the items, as it can be said to the customer in the language in which they are written to. */
@Component
class DisputeAnswer {

    private final Consents consents;

    DisputeAnswer(Consents consents) {
        this.consents = consents;
    }

    /** The text, or null while something is open or nothing was disputed. */
    @Nullable
    String of(Actor actor, Ticket ticket, List<ClaimRow> rows) {
        List<ClaimRow> decided = rows.stream()
                .filter(row -> row.claim().state() == ClaimState.OPERATOR
                        || row.claim().state() == ClaimState.CUSTOMER)
                .toList();
        if (decided.isEmpty() || rows.stream().anyMatch(row -> row.claim().open())) {
            return null;
        }
        Words words = Words.of(ticket.customer() == null ? Words.CHINESE : consents.language(actor, ticket.customer()));
        StringBuilder text = new StringBuilder(words.text("dispute.answer.begin", decided.size()));
        for (ClaimRow row : decided) {
            text.append('\n').append(line(actor, words, row));
        }
        return text.toString();
    }

    private static String line(Actor actor, Words words, ClaimRow row) {
        Claim claim = row.claim();
        Claim.Decision decision = Objects.requireNonNull(claim.decision());
        Money granted = decision.granted();
        String about = words.text(
                "dispute.answer.item",
                words.dateTime(row.item().at(), actor.zone()),
                row.item().what(),
                words.money(claim.sum()));
        if (decision.itself()) {
            return about + words.text("dispute.answer.itself", words.money(claim.sum()));
        }
        return granted == null
                ? about + words.text("dispute.answer.owed", decision.why())
                : about + words.text("dispute.answer.refund", words.money(granted), decision.why());
    }
}
