package org.redress.desk.dispute;

import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.redress.desk.recovery.FailureMagnitude;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Actor;
import org.springframework.stereotype.Component;

/** What a customer does not accept of their bills, decided or not: that is how much was at stake. */
@Component
class DisputedMoney implements FailureMagnitude {

    private final Disputes disputes;

    DisputedMoney(Disputes disputes) {
        this.disputes = disputes;
    }

    @Override
    public Optional<Money> disputed(Actor product, TicketId ticket) {
        List<Money> sums = disputes.of(product, ticket).stream().map(Claim::sum).toList();
        return sums.stream()
                .filter(sum -> sum.getCurrencyUnit().equals(sums.getFirst().getCurrencyUnit()))
                .reduce(Money::plus);
    }
}
