package org.redress.desk.procedure.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serial;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.redress.desk.procedure.SegmentResult;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Actor;
import org.redress.platform.text.Words;
import org.redress.platform.web.FormKeys;
import org.redress.platform.web.Notice;
import org.redress.platform.web.Page;
import org.redress.platform.web.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Takes a form once and leads back to the ticket; what could not be done comes back with what was typed and says why. */
@Component
class SegmentSubmissions {

    /** What every form carries beside what was typed. */
    private static final Set<String> OURS = Set.of("formKey", "_csrf");

    private final FormKeys keys;

    SegmentSubmissions(FormKeys keys) {
        this.keys = keys;
    }

    /**
     * One form as it came.
     *
     * @param act its name; what is said once it is taken is {@code segment.done.ACT}
     */
    record Form(
            Actor actor,
            Words words,
            TicketId ticket,
            String act,
            Map<String, String> typed,
            HttpServletRequest request,
            HttpServletResponse response) {

        /** The ticket's page beside the list from which it was opened. */
        String page() {
            String list = request.getQueryString();
            return "/tickets/" + ticket.value() + (list == null || list.isEmpty() ? "" : "?" + list);
        }
    }

    ModelAndView take(Form form, Supplier<SegmentResult> change) {
        try {
            String next = keys.once(
                    form.actor().bureau().value(),
                    form.typed().getOrDefault("formKey", ""),
                    () -> switch (change.get()) {
                        case SegmentResult.Done done -> form.page() + "#segments";
                        case SegmentResult.Refused refused ->
                            throw new NotDone(refused.reason().text(form.words()));
                        case SegmentResult.Illegal illegal -> throw new NotDone(illegal.text(form.words()));
                    });
            return Page.then(next, Notice.done(form.words().text("segment.done." + form.act())));
        } catch (NotDone refusal) {
            return again(form, null, refusal.why);
        } catch (Problem problem) {
            if (problem.field() == null || problem.status() != HttpStatus.UNPROCESSABLE_CONTENT) {
                throw problem;
            }
            return again(form, problem.field(), form.words().text("problem." + problem.code(), problem.arguments()));
        }
    }

    /** No fragment: with one the browser would not put the focus on the field at fault. */
    private static ModelAndView again(Form form, @Nullable String field, String why) {
        Map<String, String> typed = new HashMap<>(form.typed());
        typed.keySet().removeAll(OURS);
        new SegmentAttempt(form.act(), Map.copyOf(typed), field, why)
                .sendTo(form.page(), form.request(), form.response());
        return Page.then(form.page());
    }

    /** Undoes the form's key together with everything else: what was not done may be sent once more. */
    private static final class NotDone extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1L;

        private final String why;

        NotDone(String why) {
            super("not done", null, false, false);
            this.why = why;
        }
    }
}
