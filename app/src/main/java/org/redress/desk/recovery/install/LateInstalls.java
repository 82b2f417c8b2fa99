package org.redress.desk.recovery.install;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.RemedyKind;
import org.redress.desk.recovery.ledger.CompensationBatches;
import org.redress.desk.recovery.ledger.CompensationId;
import org.redress.desk.recovery.ledger.CompensationRuns;
import org.redress.desk.recovery.ledger.Proposal;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.rulebook.Rule;
import org.redress.ground.rulebook.Rulebook;
import org.redress.ground.trail.Trail;
import org.redress.platform.database.Ids;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what the law promises for late installations. The damages grow by the day; they are entered once, when it works or the
 * customer gives it up, and corrected when its day is. The ledger follows the installation as it stands, held, so that a message
 * that comes twice or out of order does no harm.
 */
@Component
public class LateInstalls {

    static final String PERCENT = "install.late.damages";
    static final String CAP = "install.late.cap";

    private final InstallRows rows;
    private final CompensationRuns promises;
    private final CompensationBatches batches;
    private final InstallNotices notices;
    private final Rulebook rulebook;
    private final Trail trail;
    private final Clock clock;

    LateInstalls(
            InstallRows rows,
            CompensationRuns promises,
            CompensationBatches batches,
            InstallNotices notices,
            Rulebook rulebook,
            Trail trail,
            Clock clock) {
        this.rows = rows;
        this.promises = promises;
        this.batches = batches;
        this.notices = notices;
        this.rulebook = rulebook;
        this.trail = trail;
        this.clock = clock;
    }

    /** What each of these owes by now; grows while it does not work. */
    public Map<InstallId, Damages> damages(Actor actor, Collection<Install> installs) {
        actor.require(Action.READ, InstallBook.KIND);
        LocalDate today = LocalDate.ofInstant(clock.instant(), actor.zone());
        return installs.stream()
                .collect(Collectors.toMap(
                        Install::id, one -> reckon(actor, one, one.done() == null ? today : one.done())));
    }

    /** Percent of the fees that are owed today for each day, and at most. */
    public Rate rate(Actor actor) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), actor.zone());
        return new Rate(rulebook.get(actor.bureau(), PERCENT, today).amount(), cap(actor, today));
    }

    /** Percent of the fees at most, where the bureau has set one: the law knows none. */
    private @Nullable BigDecimal cap(Actor actor, LocalDate day) {
        return rulebook.find(actor.bureau(), CAP, day).map(Rule::amount).orElse(null);
    }

    /**
     * What a late one owes.
     *
     * @param ofDay percent of the fees for a day
     * @param most percent of the fees at most, or null
     */
    public record Rate(BigDecimal ofDay, @Nullable BigDecimal most) {}

    /** What of these stands in the ledger. */
    public Map<InstallId, Money> entered(Actor actor, Collection<Install> installs) {
        actor.require(Action.READ, InstallBook.KIND);
        Map<InstallId, Money> entered = new HashMap<>();
        rows.standing(actor.bureau(), installs.stream().map(Install::id).toList())
                .forEach((id, one) -> entered.put(id, one.sum()));
        return entered;
    }

    /** What it owes where it worked on a day. */
    Damages reckon(Actor actor, Install one, LocalDate day) {
        return Damages.of(
                one, day, rulebook.get(actor.bureau(), PERCENT, one.due()).amount(), cap(actor, one.due()));
    }

    /** Brings the ledger to what the installation has come to. */
    @Transactional
    public void keep(Actor product, InstallId id) {
        Install one = rows.hold(product.bureau(), id).orElse(null);
        if (one == null) {
            return;
        }
        Damages owed = one.done() == null ? null : reckon(product, one, one.done());
        InstallRows.Entered standing =
                rows.standing(product.bureau(), List.of(id)).get(id);
        if (same(owed, standing)) {
            return;
        }
        Instant now = clock.instant();
        if (standing != null) {
            batches.reverse(product, List.of(standing.compensation()), "");
            rows.takenBack(product.bureau(), id, standing.seq(), now);
            trail.record(product, "install.damages.back", InstallBook.KIND, id.value(), "{}");
        }
        if (owed != null && owed.sum().isPositive()) {
            enter(product, one, owed, now);
        }
    }

    private static boolean same(@Nullable Damages owed, InstallRows.@Nullable Entered standing) {
        if (owed == null || !owed.sum().isPositive()) {
            return standing == null;
        }
        return standing != null && owed.days() == standing.days() && owed.sum().isEqual(standing.sum());
    }

    private void enter(Actor product, Install one, Damages owed, Instant now) {
        int seq = rows.last(product.bureau(), one.id()) + 1;
        CompensationId compensation = new CompensationId(Ids.next());
        promises.promiseOwed(
                product,
                List.of(new Proposal(
                        compensation,
                        "install." + one.id().value() + "." + seq,
                        null,
                        one.customer(),
                        one.unit(),
                        RemedyKind.BILL_CREDIT.code(),
                        one.id().value(),
                        null,
                        owed.sum(),
                        "")));
        rows.enter(
                product.bureau(), one.id(), new InstallRows.Entered(seq, owed.days(), owed.sum(), compensation), now);
        trail.record(product, "install.damages", InstallBook.KIND, one.id().value(), "{\"days\":" + owed.days() + "}");
        notices.owed(product, one, owed, seq);
    }
}
