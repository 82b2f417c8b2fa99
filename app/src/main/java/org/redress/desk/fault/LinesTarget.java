package org.redress.desk.fault;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
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
 * Rows of a file of lines become the line book. As rents come with it, by which waivers are paid, only who keeps that book may
 * bring one in. The customers must be there: a line of nobody that is known goes back.
 */
@Component
@Order(30)
class LinesTarget implements IntakeTarget {

    private static final List<IntakeField> FIELDS = LineFields.all();

    private final LineBook book;
    private final LineRows rows;
    private final KnownCustomers customers;
    private final Bureaus bureaus;

    LinesTarget(LineBook book, LineRows rows, KnownCustomers customers, Bureaus bureaus) {
        this.book = book;
        this.rows = rows;
        this.customers = customers;
        this.bureaus = bureaus;
    }

    @Override
    public String name() {
        return "lines";
    }

    @Override
    public boolean open(Actor actor) {
        return actor.may(Action.MANAGE, FaultRights.KIND);
    }

    @Override
    public List<IntakeField> fields() {
        return FIELDS;
    }

    @Override
    public boolean inventory() {
        return true;
    }

    /** Lines are told apart by their figures, however they are written. */
    @Override
    public String same(String number) {
        return LineRows.digits(number);
    }

    @Override
    public List<Fault> check(MappedRow row) {
        return LineEntry.faults(row);
    }

    @Override
    public List<RowOutcome> take(Actor actor, String source, List<MappedRow> given) {
        actor.require(Action.MANAGE, FaultRights.KIND);
        rows.hold(actor.bureau());
        List<LineEntry> entries = entries(actor, given);
        LineBatch batch = batch(actor, source, entries);
        List<RowOutcome> outcomes = entries.stream().map(batch::lay).toList();
        book.write(actor, batch);
        return outcomes;
    }

    @Override
    public List<RowOutcome> foresee(Actor actor, String source, List<MappedRow> given) {
        List<LineEntry> entries = entries(actor, given);
        LineBatch batch = batch(actor, source, entries);
        return entries.stream().map(batch::lay).toList();
    }

    private List<LineEntry> entries(Actor actor, List<MappedRow> given) {
        CurrencyUnit currency = CurrencyUnit.of(bureaus.get(actor.bureau()).currency());
        return given.stream().map(row -> new LineEntry(row, currency)).toList();
    }

    private LineBatch batch(Actor actor, String source, List<LineEntry> entries) {
        return new LineBatch(
                rows.ofDigits(
                        actor.bureau(), entries.stream().map(LineEntry::digits).toList()),
                rows.posts(
                        actor.bureau(),
                        entries.stream().map(LineEntry::exchange).toList()),
                new LineOwners(
                        customers.ofNumbers(
                                actor,
                                source,
                                entries.stream()
                                        .map(LineEntry::customer)
                                        .filter(Objects::nonNull)
                                        .toList()),
                        customers.ofPhones(
                                actor,
                                entries.stream()
                                        .map(LineEntry::phone)
                                        .filter(Objects::nonNull)
                                        .toList())),
                new RepairUnits(bureaus.units(actor.bureau())));
    }

    @Override
    public Set<String> known(Actor actor, String source, Collection<String> numbers) {
        Set<String> there = rows.ofDigits(
                        actor.bureau(), numbers.stream().map(LineRows::digits).toList())
                .keySet();
        return numbers.stream()
                .filter(number -> there.contains(LineRows.digits(number)))
                .collect(Collectors.toSet());
    }
}
