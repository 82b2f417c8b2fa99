package org.redress.desk.recovery.credit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.awaitility.Awaitility;
import org.redress.desk.recovery.credit.HitTown.Town;
import org.redress.ground.party.CustomerId;
import org.redress.support.Deliveries;
import org.springframework.stereotype.Component;

/** Credit runs of a hit town: its people take them from step to step. */
@Component
public class TownRuns {

    private final CreditRuns runs;
    private final CreditFiles files;
    private final CreditWork work;
    private final Deliveries deliveries;

    TownRuns(CreditRuns runs, CreditFiles files, CreditWork work, Deliveries deliveries) {
        this.runs = runs;
        this.files = files;
        this.work = work;
        this.deliveries = deliveries;
    }

    /** What was done. */
    public static CreditRun done(CreditResult result) {
        assertThat(result).isInstanceOf(CreditResult.Done.class);
        return ((CreditResult.Done) result).run();
    }

    /** Why it was not done. */
    public static CreditResult.Why refused(CreditResult result) {
        assertThat(result).isInstanceOf(CreditResult.Refused.class);
        return ((CreditResult.Refused) result).why();
    }

    /** Proposed by the head, and reckoned. */
    public CreditRun proposed(Town town, UUID outage) {
        return await(town, done(runs.propose(town.head(), outage)).id(), CreditRunState.PROPOSED);
    }

    /** Approved by two others. */
    public CreditRun approved(Town town, CreditRun run) {
        CreditRun once = done(runs.approve(town.second(), run.id(), run.version()));
        return done(runs.approve(town.third(), run.id(), once.version()));
    }

    /** Approved by two others, and what becomes of it then. */
    public CreditRun approved(Town town, CreditRun run, CreditRunState then) {
        return await(town, approved(town, run).id(), then);
    }

    /** Proposed, approved and posted. */
    public CreditRun posted(Town town, UUID outage) {
        return approved(town, proposed(town, outage), CreditRunState.POSTED);
    }

    /** Taken back as a whole. */
    public CreditRun reversed(Town town, CreditRun run) {
        CreditRun asked = done(runs.reverse(town.second(), run.id(), run.version(), "登记错了"));
        return await(town, asked.id(), CreditRunState.REVERSED);
    }

    /** As it is once it has come so far, with what it sets off delivered. */
    public CreditRun await(Town town, CreditRunId id, CreditRunState state) {
        Awaitility.await().until(() -> {
            work.goOn(town.command(), id);
            return now(town, id).state() == state;
        });
        deliveries.await(town.command());
        return now(town, id);
    }

    /** As it is. */
    public CreditRun now(Town town, CreditRunId id) {
        return files.find(town.command(), id).orElseThrow();
    }

    /** What a customer gets of it. */
    public CreditShare share(Town town, CreditRun run, CustomerId customer) {
        return files.shares(town.head(), run, null, town.customers().size() + 2).stream()
                .filter(one -> one.customer().equals(customer))
                .findFirst()
                .orElseThrow();
    }
}
