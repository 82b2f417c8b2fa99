package org.redress.desk.recovery.credit.page;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.credit.CreditFiles;
import org.redress.desk.recovery.credit.CreditResult;
import org.redress.desk.recovery.credit.CreditRun;
import org.redress.desk.recovery.credit.CreditRunId;
import org.redress.desk.recovery.credit.CreditRuns;
import org.redress.desk.recovery.credit.ServiceProblem;
import org.redress.ground.identity.Actor;
import org.redress.platform.text.Words;
import org.redress.platform.web.Attempt;
import org.redress.platform.web.Forms;
import org.redress.platform.web.Page;
import org.redress.platform.web.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Runs of credits: proposed, looked at, approved, taken back. */
@Controller
@RequestMapping(CreditsDesk.PATH)
class CreditsDesk {

    static final String PATH = "/credits";

    private static final int LENGTH = 50;
    private static final int OFFERED = 20;

    private final CreditRuns runs;
    private final CreditFiles files;
    private final CreditPages pages;
    private final Forms forms;

    CreditsDesk(CreditRuns runs, CreditFiles files, CreditPages pages, Forms forms) {
        this.runs = runs;
        this.files = files;
        this.pages = pages;
        this.forms = forms;
    }

    @GetMapping
    ModelAndView list(
            Actor actor,
            @RequestParam(required = false) @Nullable Instant at,
            @RequestParam(required = false) @Nullable UUID id) {
        List<CreditRun> found = files.list(actor, at, id, LENGTH + 1);
        List<CreditRun> shown = found.stream().limit(LENGTH).toList();
        List<ServiceProblem> offered = files.offered(actor, OFFERED + 1);
        return Page.of(
                "credit/list",
                new CreditListPage(
                        offered.stream().limit(OFFERED).toList(),
                        offered.size() > OFFERED,
                        shown,
                        pages.people(actor, shown, List.of()),
                        runs.mayPropose(actor),
                        found.size() > LENGTH
                                ? PATH + "?at=" + shown.getLast().people().proposedAt() + "&id="
                                        + shown.getLast().id().value()
                                : null,
                        actor.zone()));
    }

    @GetMapping("/{id}")
    ModelAndView show(
            Actor actor,
            Words words,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "false") boolean lost) {
        return Page.of("credit/run", pages.of(actor, words, new CreditRunId(id), after, lost, Attempt.NONE));
    }

    @PostMapping
    ModelAndView propose(Actor actor, Words words, @RequestParam Map<String, String> typed) {
        Forms.Form form =
                new Forms.Form(actor.bureau().value(), words, "propose", typed, words.text("credit.done.propose"));
        return forms.take(
                form,
                () -> next(words, PATH, () -> runs.propose(actor, problem(form.typed("problem")))),
                attempt -> list(actor, null, null));
    }

    private static UUID problem(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException e) {
            throw Problem.absent("credit.problem.absent");
        }
    }

    @PostMapping("/{id}/{act:approve|again|allow|withdraw|reverse}")
    ModelAndView move(
            Actor actor,
            Words words,
            @PathVariable UUID id,
            @PathVariable String act,
            @RequestParam Map<String, String> typed) {
        CreditRunId run = new CreditRunId(id);
        Forms.Form form = new Forms.Form(actor.bureau().value(), words, act, typed, words.text("credit.done." + act));
        return forms.take(
                form,
                () -> next(words, PATH + "/" + id, () -> switch (act) {
                    case "approve" -> runs.approve(actor, run, form.version());
                    case "again" -> runs.again(actor, run, form.version());
                    case "allow" -> runs.allow(actor, run, form.version());
                    case "withdraw" -> runs.withdraw(actor, run, form.version(), form.typed("why"));
                    default -> runs.reverse(actor, run, form.version(), form.typed("why"));
                }),
                attempt -> Page.of("credit/run", pages.of(actor, words, run, null, false, attempt)));
    }

    private static String next(Words words, String page, Supplier<CreditResult> change) {
        return switch (change.get()) {
            case CreditResult.Done done -> PATH + "/" + done.run().id().value();
            case CreditResult.Refused refused ->
                throw Forms.refused(page, refused.why().text(words));
        };
    }
}
