package org.redress.desk.recovery.billing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.BillingAdjustments;
import org.redress.desk.recovery.RemedyKind;
import org.redress.desk.recovery.ledger.Compensation;
import org.redress.desk.recovery.ledger.CompensationId;
import org.redress.desk.recovery.ledger.Compensations;
import org.redress.desk.recovery.ledger.Entry;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Scope;
import org.redress.ground.trail.Trail;
import org.redress.platform.web.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What billing was told of the ledger, and what it said. */
@Component
public class Adjustments {

    private static final int LONGEST_WHY = 500;
    private static final Set<AdjustmentState> UNDECIDED = Set.of(AdjustmentState.OPEN, AdjustmentState.REFUSED);

    private final AdjustmentRows rows;
    private final BillingAdjustments billing;
    private final Compensations ledger;
    private final Trail trail;
    private final Clock clock;

    Adjustments(AdjustmentRows rows, BillingAdjustments billing, Compensations ledger, Trail trail, Clock clock) {
        this.rows = rows;
        this.billing = billing;
        this.ledger = ledger;
        this.trail = trail;
        this.clock = clock;
    }

    /** Tells billing what was posted and reversed of these compensations and is not told yet; again, it tells nothing twice. */
    @Transactional
    public void tell(Actor product, Collection<CompensationId> compensations) {
        Map<CompensationId, Compensation> known = ledger.of(product, compensations);
        List<Entry> entries = ledger.entries(product, compensations);
        Map<CompensationId, UUID> posted = entries.stream()
                .filter(entry -> entry.kind() == Entry.Kind.POST)
                .collect(Collectors.toMap(Entry::compensation, Entry::id));
        List<AdjustmentRow> told = new ArrayList<>();
        for (Entry entry : entries) {
            UUID original = posted.get(entry.compensation());
            Compensation one = known.get(entry.compensation());
            boolean reversal = entry.kind() == Entry.Kind.REVERSE;
            if (original != null && one != null && (reversal || entry.kind() == Entry.Kind.POST)) {
                told.add(row(product, one, entry, reversal ? original : null));
            }
        }
        rows.insert(product.bureau(), told);
        ask(product, told.stream().map(AdjustmentRow::posting).toList());
    }

    private AdjustmentRow row(Actor product, Compensation one, Entry entry, @Nullable UUID reverses) {
        boolean onBill = RemedyKind.ofCode(one.type()).map(RemedyKind::onBill).orElse(true);
        return new AdjustmentRow(
                entry.id(),
                one.id(),
                reverses,
                one.customer(),
                onBill,
                reverses == null ? entry.sum() : entry.sum().negated(),
                LocalDate.ofInstant(entry.at(), product.zone()),
                AdjustmentState.OPEN,
                null,
                "",
                null,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    /** Asks billing about some that it has not accepted, postings before their reversals. */
    private void ask(Actor product, Collection<UUID> postings) {
        List<AdjustmentRow> open = rows.held(product.bureau(), postings).stream()
                .filter(row -> UNDECIDED.contains(row.state()))
                .toList();
        if (open.isEmpty()) {
            return;
        }
        Map<UUID, AdjustmentRow> originals = rows
                .held(
                        product.bureau(),
                        open.stream()
                                .map(AdjustmentRow::reverses)
                                .flatMap(java.util.stream.Stream::ofNullable)
                                .toList())
                .stream()
                .collect(Collectors.toMap(AdjustmentRow::posting, Function.identity()));
        Map<UUID, BillingAdjustments.Answer> answers = new HashMap<>(billing.take(
                product,
                open.stream()
                        .filter(row -> row.reverses() == null)
                        .map(AdjustmentRow::adjustment)
                        .toList()));
        answers.putAll(billing.take(
                product,
                open.stream()
                        .filter(row -> row.reverses() != null)
                        .map(AdjustmentRow::adjustment)
                        .toList()));
        rows.answered(product.bureau(), answers);
        voidBoth(product, open, originals, answers);
    }

    /** A reversal of what billing has refused leaves nothing to be done on either side. */
    private void voidBoth(
            Actor product,
            List<AdjustmentRow> asked,
            Map<UUID, AdjustmentRow> originals,
            Map<UUID, BillingAdjustments.Answer> answers) {
        List<UUID> nothing = new ArrayList<>();
        for (AdjustmentRow row : asked) {
            AdjustmentRow original = row.reverses() == null ? null : originals.get(row.reverses());
            if (original != null
                    && answers.get(row.posting()) instanceof BillingAdjustments.Answer.Refused
                    && (original.state() == AdjustmentState.REFUSED
                            || answers.get(original.posting()) instanceof BillingAdjustments.Answer.Refused)) {
                nothing.add(row.posting());
                nothing.add(original.posting());
            }
        }
        rows.end(product.bureau(), nothing);
    }

    /** Asks again about everything that billing has not answered; returns how many that were. */
    @Transactional
    public int again(Actor product, int limit) {
        product.require(Action.WRITE, Compensations.KIND);
        List<UUID> open = rows.in(product.bureau(), AdjustmentState.OPEN, Instant.EPOCH, new UUID(0, 0), limit).stream()
                .map(AdjustmentRow::posting)
                .toList();
        ask(product, open);
        return open.size();
    }

    /**
     * Sends one that was refused once more; where it is not refused any more, nothing is done.
     *
     * @throws Problem {@code billing.account} where there is no account that it could be set against
     */
    @Transactional
    public void retry(Actor actor, UUID posting) {
        actor.require(Action.ASSIGN, Compensations.KIND);
        AdjustmentRow one = held(actor, posting);
        if (one.state() != AdjustmentState.REFUSED) {
            return;
        }
        if (!one.retriable()) {
            throw Problem.conflict("billing.account");
        }
        ask(actor, List.of(posting));
        record(actor, "billing.retry", one);
    }

    private AdjustmentRow held(Actor actor, UUID posting) {
        return rows.held(actor.bureau(), List.of(posting)).stream()
                .findFirst()
                .orElseThrow(() -> Problem.absent("ledger.absent"));
    }

    /** Under the compensation, as everything else that happens to it. */
    private void record(Actor actor, String deed, AdjustmentRow one) {
        trail.record(
                actor, deed, Compensations.KIND, one.compensation().value(), "{\"posting\":\"" + one.posting() + "\"}");
    }

    /**
     * One that was refused is settled in another way.
     *
     * @param why how; needed
     * @return false where it is not refused any more
     * @throws Problem {@code billing.why} for a missing or long one
     */
    @Transactional
    public boolean settle(Actor actor, UUID posting, String why) {
        actor.require(Action.ASSIGN, Compensations.KIND);
        String said = why.strip();
        if (said.isEmpty() || said.length() > LONGEST_WHY) {
            throw Problem.invalid("billing.why", "why", LONGEST_WHY);
        }
        AdjustmentRow one = held(actor, posting);
        boolean settled = rows.settle(actor.bureau(), posting, actor.staff(), said);
        if (settled) {
            record(actor, "billing.settle", one);
        }
        return settled;
    }

    /** Those in a state, the oldest first, after the last one seen. */
    public List<AdjustmentRow> in(
            Actor actor, AdjustmentState state, @Nullable Instant at, @Nullable UUID id, int limit) {
        if (actor.require(Action.READ, Compensations.KIND) != Scope.BUREAU) {
            throw Problem.forbidden("access.denied");
        }
        return rows.in(actor.bureau(), state, at == null ? Instant.EPOCH : at, id == null ? new UUID(0, 0) : id, limit);
    }

    /** Those of compensations, postings before their reversals, the oldest first; one query. */
    public List<AdjustmentRow> of(Actor actor, Collection<CompensationId> compensations) {
        actor.require(Action.READ, Compensations.KIND);
        return compensations.isEmpty() ? List.of() : rows.of(actor.bureau(), compensations);
    }
}
