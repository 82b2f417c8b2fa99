package org.redress.desk.dispute.ledger;

import java.util.HashSet;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.redress.desk.dispute.BillId;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.trail.Trail;
import org.redress.platform.database.Ids;
import org.redress.platform.web.Problem;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where bills come in until the office makes them. An item has one identity and is billed once, adjusted or not. */
@Component
public class BillBook {

    private static final int MOST_DECIMALS = 2;

    private final BillRows rows;
    private final Bureaus bureaus;
    private final Trail trail;

    BillBook(BillRows rows, Bureaus bureaus, Trail trail) {
        this.rows = rows;
        this.bureaus = bureaus;
        this.trail = trail;
    }

    /**
     * Enters a bill.
     *
     * @throws Problem {@code bill.empty}, {@code bill.sum} for a sum that is not more than 0, {@code bill.currency},
     *     {@code bill.twice} where its number or one of its items is billed already
     */
    @Transactional
    public BillId enter(Actor actor, NewBill bill) {
        actor.require(Action.MANAGE, "dispute");
        CurrencyUnit currency = CurrencyUnit.of(bureaus.get(actor.bureau()).currency());
        if (bill.items().isEmpty()) {
            throw Problem.invalid("bill.empty", null);
        }
        Set<String> sources = new HashSet<>();
        for (NewBill.Item item : bill.items()) {
            if (!item.sum().getCurrencyUnit().equals(currency) || currency.getDecimalPlaces() > MOST_DECIMALS) {
                throw Problem.invalid("bill.currency", null, currency.getCode());
            }
            if (!item.sum().isPositive()) {
                throw Problem.invalid("bill.sum", null);
            }
            if (!sources.add(item.source())) {
                throw Problem.conflict("bill.twice");
            }
        }
        BillId id = new BillId(Ids.next());
        try {
            rows.insert(actor.bureau(), id, bill, currency);
        } catch (DuplicateKeyException taken) {
            throw Problem.conflict("bill.twice");
        }
        trail.record(actor, "bill.enter", "dispute", id.value(), "{}");
        return id;
    }
}
