package org.redress.desk.ticket.workplace;

import java.io.Serial;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.redress.desk.ticket.StepResult;
import org.redress.ground.identity.Actor;
import org.redress.platform.text.Words;
import org.redress.platform.web.FormKeys;
import org.redress.platform.web.Notice;
import org.redress.platform.web.Page;
import org.redress.platform.web.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/**
 * Takes a form of a ticket once, then leads to the ticket; where it cannot be taken, the page comes back with everything
 * that was typed and says why.
 */
@Component
class Submissions {

    private final FormKeys keys;
    private final Desk desk;

    Submissions(FormKeys keys, Desk desk) {
        this.keys = keys;
        this.desk = desk;
    }

    /**
     * One form as it came.
     *
     * @param form its name
     * @param typed what its writer typed, by field
     */
    record Form(Actor actor, Words words, DeskAddress address, Sent sent, String form, Map<String, String> typed) {}

    /** Makes a change to the ticket; {@code notice} says that it was made. */
    ModelAndView take(Form form, Supplier<StepResult> change, Notice notice) {
        return run(form, () -> attempt(form, change.get()), notice);
    }

    private static Optional<Attempt> attempt(Form form, StepResult result) {
        return switch (result) {
            case StepResult.Done done -> Optional.empty();
            case StepResult.Refused refused ->
                Optional.of(Attempt.refused(form.form(), form.typed(), refused, form.words()));
            case StepResult.Stale stale ->
                Optional.of(
                        Attempt.overtaken(form.form(), form.typed(), form.sent().version()));
        };
    }

    /** Does something about the ticket; an attempt is what could not be done. */
    ModelAndView run(Form form, Supplier<Optional<Attempt>> change, Notice notice) {
        String ticket = form.address().ticket(form.sent().ticket());
        try {
            String next = keys.once(form.actor().bureau().value(), form.sent().formKey(), () -> {
                change.get().ifPresent(attempt -> {
                    throw new NotDone(attempt);
                });
                return ticket;
            });
            return Page.then(next, notice);
        } catch (NotDone refusal) {
            return again(form, refusal.attempt, HttpStatus.CONFLICT);
        } catch (Problem problem) {
            return again(form, problem);
        }
    }

    /** The page again for what was typed; a missing right or ticket has a page of its own. */
    private ModelAndView again(Form form, Problem problem) {
        if (problem.status() != HttpStatus.UNPROCESSABLE_CONTENT && problem.status() != HttpStatus.CONFLICT) {
            throw problem;
        }
        return again(form, Attempt.refused(form.form(), form.typed(), problem, form.words()), problem.status());
    }

    private ModelAndView again(Form form, Attempt attempt, HttpStatus status) {
        return desk.again(
                form.actor(), form.words(), form.address(), form.sent().ticket(), attempt, status);
    }

    /** Undoes the form's key together with everything else: what was not done may be sent once more. */
    private static final class NotDone extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1L;

        private final transient Attempt attempt;

        NotDone(Attempt attempt) {
            super("not done", null, false, false);
            this.attempt = attempt;
        }
    }
}
