package org.redress.desk.recovery.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.UnitId;
import org.redress.ground.trail.Deed;
import org.redress.ground.trail.Trail;
import org.redress.platform.jobs.Outbox;
import org.springframework.stereotype.Component;

/** Writes in the book of a bureau: entries, their trail and their messages, in the running transaction. */
@Component
class Book {

    static final String KIND = "compensation";

    private final CompensationRows rows;
    private final EntryRows entries;
    private final BudgetRows budgets;
    private final Bureaus bureaus;
    private final Trail trail;
    private final Outbox outbox;
    private final Clock clock;

    Book(
            CompensationRows rows,
            EntryRows entries,
            BudgetRows budgets,
            Bureaus bureaus,
            Trail trail,
            Outbox outbox,
            Clock clock) {
        this.rows = rows;
        this.entries = entries;
        this.budgets = budgets;
        this.bureaus = bureaus;
        this.trail = trail;
        this.outbox = outbox;
        this.clock = clock;
    }

    CurrencyUnit currency(Actor actor) {
        return CurrencyUnit.of(bureaus.get(actor.bureau()).currency());
    }

    /** From here to the end of the transaction nobody else writes in it. */
    void hold(Actor actor) {
        rows.hold(actor.bureau(), currency(actor));
    }

    LocalDate today(Actor actor) {
        return LocalDate.ofInstant(clock.instant(), actor.zone());
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Enters proposals, each with the budget that pays for it. */
    List<Compensation> propose(
            Actor actor, Collection<Proposal> proposals, Basis basis, @Nullable UUID run, String why) {
        Instant now = now();
        LocalDate today = today(actor);
        Map<UnitId, @Nullable UUID> paying = new HashMap<>();
        Map<String, Compensation> fresh = new LinkedHashMap<>();
        for (Proposal one : proposals) {
            if (!paying.containsKey(one.unit())) {
                paying.put(one.unit(), budgets.of(actor.bureau(), one.unit(), today));
            }
            fresh.put(one.key(), compensation(actor.staff(), one, basis, run, today, paying.get(one.unit()), now));
        }
        rows.insert(actor.bureau(), fresh);
        List<Compensation> written = List.copyOf(fresh.values());
        enter(actor, Entry.Kind.PROPOSE, written, why);
        return written;
    }

    private static Compensation compensation(
            StaffId giver,
            Proposal one,
            Basis basis,
            @Nullable UUID run,
            LocalDate day,
            @Nullable UUID budget,
            Instant now) {
        return new Compensation(
                one.id(),
                basis,
                one.ticket(),
                one.customer(),
                one.unit(),
                one.type(),
                one.failure(),
                one.failureType(),
                run,
                giver,
                one.sum(),
                day,
                budget,
                now,
                Account.ALLOWANCE,
                0);
    }

    /** Takes the same step with all of them, which are of one basis and one run. */
    void enter(Actor actor, Entry.Kind kind, List<Compensation> all, String why) {
        if (all.isEmpty()) {
            return;
        }
        List<CompensationId> ids = all.stream().map(Compensation::id).toList();
        entries.insert(actor.bureau(), kind, ids, why, actor.staff(), now());
        trail.recordAll(
                actor,
                "compensation." + kind.name().toLowerCase(Locale.ROOT),
                KIND,
                ids.stream().map(id -> new Deed(id.value(), "{}")).toList());
        Compensation first = all.getFirst();
        for (List<UUID> some : parts(ids)) {
            outbox.add(
                    actor.bureau().value(),
                    CompensationChanged.TOPIC,
                    new CompensationChanged(kind.target(), first.basis(), first.run(), some).json());
        }
    }

    private static List<List<UUID>> parts(List<CompensationId> ids) {
        List<List<UUID>> parts = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += CompensationChanged.MOST) {
            parts.add(ids.subList(from, Math.min(from + CompensationChanged.MOST, ids.size())).stream()
                    .map(CompensationId::value)
                    .toList());
        }
        return parts;
    }
}
