package org.redress.desk.dispute;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.redress.desk.contact.CustomerHoldings;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.CustomerId;
import org.springframework.stereotype.Component;

/** What a customer was billed in the last months, for whoever takes their contact. */
@Component
class BillsOnFile implements CustomerHoldings.Bills {

    private static final int MONTHS = 6;

    private final Billing billing;

    BillsOnFile(Billing billing) {
        this.billing = billing;
    }

    @Override
    public Optional<List<CustomerHoldings.Billed>> of(Actor actor, CustomerId customer) {
        return actor.may(Action.READ, Disputes.KIND)
                ? Optional.of(billing.bills(actor, customer, MONTHS).stream()
                        .flatMap(bill -> billed(actor, bill))
                        .toList())
                : Optional.empty();
    }

    private Stream<CustomerHoldings.Billed> billed(Actor actor, Bill bill) {
        return billing
                .sums(actor, bill.id())
                .map(Bill.Sums::dunnable)
                .filter(sum -> !sum.isZero())
                .map(sum -> new CustomerHoldings.Billed(bill.number(), sum, bill.issuedOn()))
                .stream();
    }
}
