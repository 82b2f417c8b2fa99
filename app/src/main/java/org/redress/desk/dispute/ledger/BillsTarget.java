package org.redress.desk.dispute.ledger;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.intake.Fault;
import org.redress.ground.intake.IntakeField;
import org.redress.ground.intake.IntakeTarget;
import org.redress.ground.intake.MappedRow;
import org.redress.ground.intake.RowOutcome;
import org.redress.ground.party.KnownCustomers;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Rows of a file become bills, a row an item. As what is on them is held, adjusted and paid back, only who keeps that book may
 * bring one in. A bill that is there stays as it was issued; what says otherwise goes back.
 */
@Component
@Order(40)
class BillsTarget implements IntakeTarget {

    private static final String KIND = "dispute";
    private static final List<IntakeField> FIELDS = BillFields.all();

    private final BillBook book;
    private final BillRows rows;
    private final KnownCustomers customers;
    private final Bureaus bureaus;

    BillsTarget(BillBook book, BillRows rows, KnownCustomers customers, Bureaus bureaus) {
        this.book = book;
        this.rows = rows;
        this.customers = customers;
        this.bureaus = bureaus;
    }

    @Override
    public String name() {
        return "bills";
    }

    @Override
    public boolean open(Actor actor) {
        return actor.may(Action.MANAGE, KIND);
    }

    @Override
    public List<IntakeField> fields() {
        return FIELDS;
    }

    @Override
    public boolean inventory() {
        return true;
    }

    @Override
    public String whole() {
        return BillFields.BILL;
    }

    @Override
    public List<Fault> check(MappedRow row) {
        return BillCheck.faults(row);
    }

    @Override
    public List<RowOutcome> take(Actor actor, String source, List<MappedRow> given) {
        actor.require(Action.MANAGE, KIND);
        rows.hold(actor.bureau());
        List<BillEntry> entries = entries(actor, given);
        BillBatch batch = batch(actor, source, entries);
        List<RowOutcome> outcomes = batch.lay(entries);
        batch.entered().forEach(bill -> book.enter(actor, bill));
        return outcomes;
    }

    @Override
    public List<RowOutcome> foresee(Actor actor, String source, List<MappedRow> given) {
        List<BillEntry> entries = entries(actor, given);
        return batch(actor, source, entries).lay(entries);
    }

    private List<BillEntry> entries(Actor actor, List<MappedRow> given) {
        CurrencyUnit currency = CurrencyUnit.of(bureaus.get(actor.bureau()).currency());
        return given.stream()
                .map(row -> new BillEntry(row, currency, actor.zone()))
                .toList();
    }

    private BillBatch batch(Actor actor, String source, List<BillEntry> entries) {
        return new BillBatch(
                rows.ofNumbers(
                        actor.bureau(), entries.stream().map(BillEntry::bill).toList()),
                new BillOwners(
                        customers.ofNumbers(
                                actor,
                                source,
                                entries.stream()
                                        .map(BillEntry::customer)
                                        .filter(Objects::nonNull)
                                        .toList()),
                        customers.ofPhones(
                                actor,
                                entries.stream()
                                        .map(BillEntry::phone)
                                        .filter(Objects::nonNull)
                                        .toList())));
    }

    /** An item has its number on its bill, so that rows have none of their own. */
    @Override
    public Set<String> known(Actor actor, String source, Collection<String> numbers) {
        return Set.of();
    }
}
