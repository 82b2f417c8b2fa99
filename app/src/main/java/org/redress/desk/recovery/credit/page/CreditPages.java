package org.redress.desk.recovery.credit.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.credit.CreditFiles;
import org.redress.desk.recovery.credit.CreditRun;
import org.redress.desk.recovery.credit.CreditRunId;
import org.redress.desk.recovery.credit.CreditRunState;
import org.redress.desk.recovery.credit.CreditRuns;
import org.redress.desk.recovery.credit.CreditShare;
import org.redress.desk.recovery.credit.CreditStep;
import org.redress.desk.recovery.followup.FollowUps;
import org.redress.desk.recovery.followup.RunAnswers;
import org.redress.desk.recovery.ledger.Compensations;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffId;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Customers;
import org.redress.platform.text.Words;
import org.redress.platform.web.Attempt;
import org.redress.platform.web.Problem;
import org.redress.platform.web.Progress;
import org.springframework.stereotype.Component;

/** Puts together the page of a run. */
@Component
class CreditPages {

    private static final int LENGTH = 100;

    private final CreditRuns runs;
    private final CreditFiles files;
    private final FollowUps followUps;
    private final Customers customers;
    private final Staff staff;

    CreditPages(CreditRuns runs, CreditFiles files, FollowUps followUps, Customers customers, Staff staff) {
        this.runs = runs;
        this.files = files;
        this.followUps = followUps;
        this.customers = customers;
        this.staff = staff;
    }

    /** @param onlyLost only customers whom no letter has reached */
    CreditPage of(Actor actor, Words words, CreditRunId id, @Nullable UUID after, boolean onlyLost, Attempt attempt) {
        CreditRun run = files.find(actor, id).orElseThrow(() -> Problem.absent("credit.absent"));
        CustomerId last = after == null ? null : new CustomerId(after);
        List<CreditShare> found =
                onlyLost ? files.unreached(actor, run, last, LENGTH + 1) : files.shares(actor, run, last, LENGTH + 1);
        List<CreditShare> shown = found.stream().limit(LENGTH).toList();
        List<CreditStep> steps = files.history(actor, id);
        return new CreditPage(
                run,
                shown,
                onlyLost || !files.unreached(actor, run, null, 1).isEmpty(),
                onlyLost,
                customers.cards(actor, shown.stream().map(CreditShare::customer).toList()),
                steps,
                people(actor, List.of(run), steps),
                answers(actor, id),
                runs.mayApprove(actor),
                actor.may(Action.EXPORT, Compensations.KIND),
                work(words, run),
                attempt,
                found.size() > LENGTH
                        ? CreditsDesk.PATH + "/" + id.value() + (onlyLost ? "?lost=true&after=" : "?after=")
                                + shown.getLast().customer().value()
                        : null,
                actor.zone());
    }

    private @Nullable RunAnswers answers(Actor actor, CreditRunId id) {
        RunAnswers answers = actor.may(Action.READ, FollowUps.KIND) ? followUps.ofRun(actor, id) : null;
        return answers == null || answers.chosen() == 0 ? null : answers;
    }

    People people(Actor actor, List<CreditRun> of, List<CreditStep> steps) {
        List<@Nullable StaffId> people =
                new ArrayList<>(steps.stream().map(CreditStep::by).toList());
        for (CreditRun run : of) {
            people.add(run.people().proposer());
            people.add(run.people().first());
            people.add(run.people().second());
            people.add(run.people().holder());
            people.add(run.people().asked());
        }
        return new People(staff.members(
                actor, people.stream().filter(Objects::nonNull).distinct().toList()));
    }

    private static @Nullable Progress work(Words words, CreditRun run) {
        if (!run.state().moving()) {
            return null;
        }
        String name = words.text("credit.state." + run.state());
        if (run.state() == CreditRunState.BUILDING) {
            return new Progress(name, null, 0, null, words.text("credit.work.building"));
        }
        return new Progress(
                name,
                null,
                run.work().told(),
                (long) run.sums().customers(),
                words.text(
                        "credit.work.done",
                        run.work().posted(),
                        run.work().told(),
                        run.sums().customers()));
    }
}
