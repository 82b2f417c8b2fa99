package org.redress.platform.web;

import java.io.Serial;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.redress.platform.text.Words;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Takes a form once; what could not be taken comes back with what was typed, and says why. */
@Component
public class Forms {

    private final FormKeys keys;

    Forms(FormKeys keys) {
        this.keys = keys;
    }

    /**
     * One form as it came.
     *
     * @param name of the form
     * @param done what is said once it is taken
     */
    public record Form(int bureau, Words words, String name, Map<String, String> typed, String done) {

        public Form {
            typed = Map.copyOf(typed);
        }

        public String typed(String field) {
            return typed.getOrDefault(field, "");
        }

        /** Whether a box was ticked. */
        public boolean ticked(String field) {
            return typed.containsKey(field);
        }

        /** The version that whoever sent it has seen; 0 where it names none. */
        public int version() {
            String seen = typed("version");
            return seen.matches("\\d{1,9}") ? Integer.parseInt(seen) : 0;
        }
    }

    /** A refusal that is told on the page to which it leads; nothing is kept and the form may be sent once more. */
    public static RuntimeException refused(String path, String why) {
        return new NotDone(path, why);
    }

    /**
     * Takes it.
     *
     * @param change says where to go next
     * @param again the page on which what was typed comes back
     */
    public ModelAndView take(Form form, Supplier<String> change, Function<Attempt, ModelAndView> again) {
        return take(form, change, form::done, again);
    }

    /** Where to go next, and what came of it. */
    public record Taken(String path, String said) {}

    /** The same where only the change itself knows what came of it; what a second arrival is told is the form's own. */
    public ModelAndView tell(Form form, Supplier<Taken> change, Function<Attempt, ModelAndView> again) {
        AtomicReference<String> said = new AtomicReference<>(form.done());
        Supplier<String> next = () -> {
            Taken taken = change.get();
            said.set(taken.said());
            return taken.path();
        };
        return take(form, next, said::get, again);
    }

    private ModelAndView take(
            Form form, Supplier<String> change, Supplier<String> said, Function<Attempt, ModelAndView> again) {
        try {
            String next = keys.once(form.bureau(), form.typed("formKey"), change);
            return Page.then(next, Notice.done(said.get()));
        } catch (NotDone refusal) {
            return Page.then(refusal.path, Notice.refused(refusal.why));
        } catch (Problem problem) {
            if (problem.field() == null) {
                throw problem;
            }
            String why = form.words().text("problem." + problem.code(), problem.arguments());
            ModelAndView page = again.apply(new Attempt(form.name(), form.typed(), problem.field(), why));
            page.setStatus(problem.status());
            return page;
        }
    }

    private static final class NotDone extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1L;

        private final String path;
        private final String why;

        NotDone(String path, String why) {
            super("not done", null, false, false);
            this.path = path;
            this.why = why;
        }
    }
}
