package org.redress.desk.recovery.credit;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.ground.commitment.Answering;
import org.redress.ground.commitment.Calendars;
import org.redress.ground.commitment.Commitments;
import org.redress.ground.commitment.Subject;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.StaffId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Asks somebody for each yes that a run waits for, with a clock; what nobody answers in time climbs the ladder above whoever
 * was asked.
 */
@Component
class CreditAsking implements Answering {

    static final String NAME = "credit.approval";

    /** The same time as for other money that waits for a yes. */
    private static final String RULE = "approval.answer";

    private final ObjectProvider<Commitments> commitments;
    private final RunApprovers approvers;
    private final CreditNotices notices;
    private final CreditRows rows;
    private final Bureaus bureaus;
    private final Clock clock;

    CreditAsking(
            ObjectProvider<Commitments> commitments,
            RunApprovers approvers,
            CreditNotices notices,
            CreditRows rows,
            Bureaus bureaus,
            Clock clock) {
        this.commitments = commitments;
        this.approvers = approvers;
        this.notices = notices;
        this.rows = rows;
        this.bureaus = bureaus;
        this.clock = clock;
    }

    static Subject subject(CreditRunId id) {
        return new Subject(CreditRuns.SUBJECT, id.value());
    }

    /** A run has moved on: what it waited for is answered, and who is asked next hears of it. */
    void moved(Actor actor, CreditRunState from, CreditRun run) {
        Actor product = bureaus.command(bureaus.get(actor.bureau()));
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        if (from.waiting() && run.state() == CreditRunState.WITHDRAWN) {
            commitments.getObject().cancel(product, subject(run.id()), NAME);
        } else if (from.waiting()) {
            commitments.getObject().stop(product, subject(run.id()), NAME, now);
        }
        if (run.state().waiting()) {
            StaffId asked = approvers.first(product, run);
            rows.asked(product.bureau(), run.id(), asked);
            commitments.getObject().start(product, subject(run.id()), NAME, RULE, Calendars.WORKING, now);
            tell(product, run, asked);
        }
    }

    private void tell(Actor product, CreditRun run, @Nullable StaffId asked) {
        if (asked != null) {
            notices.asked(product, run, asked);
        }
    }

    @Override
    public String kind() {
        return CreditRuns.SUBJECT;
    }

    @Override
    public Map<UUID, Matter> matters(BureauId bureau, Collection<UUID> ids) {
        Map<UUID, Matter> matters = new HashMap<>();
        for (CreditRun run : rows.of(bureau, ids)) {
            StaffId asked = run.people().asked();
            matters.put(
                    run.id().value(),
                    new Matter(
                            asked == null ? run.people().proposer() : asked,
                            run.unit(),
                            run.problem().place(),
                            run.problem().reason(),
                            CreditRuns.path(run.id())));
        }
        return matters;
    }
}
