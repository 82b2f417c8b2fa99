package org.redress.ground.party;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.intake.Fault;
import org.redress.ground.intake.IntakeField;
import org.redress.ground.intake.IntakeTarget;
import org.redress.ground.intake.MappedRow;
import org.redress.ground.intake.RowOutcome;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Rows of a file of customers become what they are to the house. */
@Component
@Order(20)
class CustomersTarget implements IntakeTarget {

    private static final List<IntakeField> FIELDS = CustomerFields.all();

    private final Customers customers;
    private final Standings standings;
    private final CustomerKeys keys;
    private final Bureaus bureaus;
    private final Clock clock;

    CustomersTarget(Customers customers, Standings standings, CustomerKeys keys, Bureaus bureaus, Clock clock) {
        this.customers = customers;
        this.standings = standings;
        this.keys = keys;
        this.bureaus = bureaus;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "customers";
    }

    @Override
    public boolean open(Actor actor) {
        return actor.may(Action.WRITE, Standings.KIND);
    }

    @Override
    public List<IntakeField> fields() {
        return FIELDS;
    }

    @Override
    public List<Fault> check(MappedRow row) {
        return CustomerRow.faults(row);
    }

    @Override
    public List<RowOutcome> take(Actor actor, String source, List<MappedRow> batch) {
        actor.require(Action.WRITE, Standings.KIND);
        List<CustomerRow> rows = read(actor, batch);
        // What is wrong in itself makes no customer.
        List<CustomerRow> sound =
                rows.stream().filter(row -> row.fault() == null).toList();
        Iterator<RowOutcome> outcomes = lay(actor, source, sound).iterator();
        return rows.stream()
                .map(row -> {
                    Fault fault = row.fault();
                    return fault == null ? outcomes.next() : new RowOutcome.Refused(fault);
                })
                .toList();
    }

    private List<CustomerRow> read(Actor actor, List<MappedRow> batch) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), actor.zone());
        CurrencyUnit currency = CurrencyUnit.of(bureaus.get(actor.bureau()).currency());
        return batch.stream()
                .map(row -> new CustomerRow(row, actor.zone(), today, currency))
                .toList();
    }

    @Override
    public boolean inventory() {
        return true;
    }

    @Override
    public List<RowOutcome> foresee(Actor actor, String source, List<MappedRow> batch) {
        List<CustomerRow> rows = read(actor, batch);
        List<List<IdentifyingKey>> named =
                rows.stream().map(row -> IdentifyingKey.of(row.draft(source))).toList();
        List<IdentifyingKey> all = flat(named);
        Map<IdentifyingKey, CustomerId> owners = keys.owners(actor.bureau(), all);
        Numbered numbered = keys.numbered(actor.bureau(), owners, all);
        Map<CustomerId, Standing> standings = this.standings.of(actor, Set.copyOf(owners.values()));
        List<RowOutcome> outcomes = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            CustomerId id = numbered.owner(named.get(i), owners);
            Standing known = id == null ? null : Objects.requireNonNull(standings.get(id));
            RowOutcome outcome = foreseen(rows.get(i), known, owners.keySet().containsAll(named.get(i)));
            if (id != null && !(outcome instanceof RowOutcome.Refused)) {
                numbered.take(id, named.get(i));
            }
            outcomes.add(outcome);
        }
        return outcomes;
    }

    private static List<IdentifyingKey> flat(List<List<IdentifyingKey>> named) {
        return named.stream().flatMap(List::stream).distinct().toList();
    }

    /** @param keyed whether each of its keys is somebody's already */
    private static RowOutcome foreseen(CustomerRow row, @Nullable Standing known, boolean keyed) {
        Fault fault = row.fault();
        if (fault == null && known != null) {
            fault = row.fault(row.over(known));
        }
        if (fault != null) {
            return new RowOutcome.Refused(fault);
        }
        if (known == null) {
            return RowOutcome.CREATED;
        }
        return outcome(false, !keyed || !row.over(known).equals(known));
    }

    /** Lays the rows over what is known, in their order, and writes what came of it at once. */
    private List<RowOutcome> lay(Actor actor, String source, List<CustomerRow> rows) {
        List<CustomerDraft> drafts = rows.stream().map(row -> row.draft(source)).toList();
        List<IdentifyingKey> named =
                flat(drafts.stream().map(IdentifyingKey::of).toList());
        Map<CustomerId, Integer> before = keys.facts(
                actor.bureau(), Set.copyOf(keys.owners(actor.bureau(), named).values()));
        List<@Nullable CustomerId> matched = customers.match(actor, drafts);
        List<CustomerId> ids =
                matched.stream().map(Objects::requireNonNull).distinct().toList();
        Map<CustomerId, Integer> after = keys.facts(actor.bureau(), ids);
        Map<CustomerId, Standing> now = new HashMap<>(standings.of(actor, ids));
        Map<CustomerId, Standing> changed = new LinkedHashMap<>();
        Set<CustomerId> met = new HashSet<>();
        List<RowOutcome> outcomes = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            CustomerId id = Objects.requireNonNull(matched.get(i));
            Standing known = Objects.requireNonNull(now.get(id));
            Standing then = rows.get(i).over(known);
            Fault fault = rows.get(i).fault(then);
            if (fault != null) {
                outcomes.add(new RowOutcome.Refused(fault));
                continue;
            }
            boolean first = met.add(id);
            boolean news = !then.equals(known) || first && !Objects.equals(before.get(id), after.get(id));
            if (!then.equals(known)) {
                now.put(id, then);
                changed.put(id, then);
            }
            outcomes.add(outcome(first && !before.containsKey(id), news));
        }
        standings.put(actor, changed.values());
        return outcomes;
    }

    private static RowOutcome outcome(boolean created, boolean news) {
        return created ? RowOutcome.CREATED : news ? RowOutcome.UPDATED : RowOutcome.UNCHANGED;
    }

    @Override
    public Set<String> known(Actor actor, String source, Collection<String> numbers) {
        return keys.numbers(actor.bureau(), source, numbers);
    }
}
