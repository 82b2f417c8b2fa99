package org.redress.desk.fault.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serial;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.desk.fault.Fault;
import org.redress.desk.fault.FaultCause;
import org.redress.desk.fault.FaultId;
import org.redress.desk.fault.Faults;
import org.redress.desk.fault.RepairResult;
import org.redress.desk.fault.Window;
import org.redress.desk.ticket.Channel;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.UnitId;
import org.redress.platform.text.Words;
import org.redress.platform.web.FormKeys;
import org.redress.platform.web.Notice;
import org.redress.platform.web.Page;
import org.redress.platform.web.Problem;
import org.redress.platform.web.Typed;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The forms by which a work order moves; each leads back to its ticket. */
@Controller
class RepairForms {

    /** What every form carries beside what was typed. */
    private static final Set<String> OURS = Set.of("formKey", "_csrf");

    private final Faults faults;
    private final FormKeys keys;

    RepairForms(Faults faults, FormKeys keys) {
        this.faults = faults;
        this.keys = keys;
    }

    @PostMapping("/faults/{id}/{act:accept|arrive|restore|fail|send|appoint|confirm|deny|unreached}")
    ModelAndView move(
            Actor actor,
            Words words,
            @PathVariable UUID id,
            @PathVariable String act,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request,
            HttpServletResponse response) {
        Fault fault = faults.get(actor, new FaultId(id));
        String list = request.getQueryString();
        String page = "/tickets/" + fault.ticket().value() + (list == null || list.isEmpty() ? "" : "?" + list);
        try {
            String next = keys.once(actor.bureau().value(), typed.getOrDefault("formKey", ""), () -> switch (moved(
                    actor, fault.id(), act, typed)) {
                case RepairResult.Done done -> page + "#fault";
                case RepairResult.Refused refused -> throw new NotDone(refused);
            });
            return Page.then(next, Notice.done(words.text("fault.done." + act)));
        } catch (NotDone refusal) {
            return again(page, attempt(act, typed, null, refusal.why.text(words)), request, response);
        } catch (Problem problem) {
            if (problem.field() == null || problem.status() != HttpStatus.UNPROCESSABLE_CONTENT) {
                throw problem;
            }
            String why = words.text("problem." + problem.code(), problem.arguments());
            return again(page, attempt(act, typed, problem.field(), why), request, response);
        }
    }

    private RepairResult moved(Actor actor, FaultId id, String act, Map<String, String> typed) {
        String words = typed.getOrDefault("words", "");
        String done = typed.getOrDefault("done", "");
        return switch (act) {
            case "accept" -> faults.accept(actor, id);
            case "arrive" -> faults.arrive(actor, id);
            case "restore" -> faults.restore(actor, id, cause(typed), done);
            case "fail" -> faults.fail(actor, id, cause(typed), done);
            case "send" -> {
                UnitId unit = FaultTyped.unit(typed.getOrDefault("unit", ""));
                if (unit == null) {
                    throw Problem.invalid("fault.unit", "unit");
                }
                yield faults.send(actor, id, unit, typed.getOrDefault("why", ""));
            }
            case "appoint" -> faults.appoint(actor, id, window(actor, typed), typed.containsKey("wished"));
            case "confirm" -> faults.confirm(actor, id, how(typed), words);
            case "unreached" -> faults.notReached(actor, id, how(typed), words);
            default -> faults.deny(actor, id, how(typed), words);
        };
    }

    private static FaultCause cause(Map<String, String> typed) {
        return Typed.choice(FaultCause.class, typed.get("cause"), "cause");
    }

    private static Channel how(Map<String, String> typed) {
        return Typed.choice(Channel.class, typed.get("how"), "how");
    }

    private static Window window(Actor actor, Map<String, String> typed) {
        Window window =
                FaultTyped.window(typed.getOrDefault("from", ""), typed.getOrDefault("until", ""), actor.zone());
        if (window == null) {
            throw Problem.invalid("typed.missing", "until");
        }
        return window;
    }

    private static FaultAttempt attempt(String act, Map<String, String> typed, @Nullable String field, String why) {
        Map<String, String> kept = new HashMap<>(typed);
        kept.keySet().removeAll(OURS);
        return new FaultAttempt(act, Map.copyOf(kept), field, why);
    }

    /** No fragment: with one the browser would not put the focus on the field at fault. */
    private static ModelAndView again(
            String page, FaultAttempt attempt, HttpServletRequest request, HttpServletResponse response) {
        attempt.sendTo(page, request, response);
        return Page.then(page);
    }

    /** Undoes the form's key together with everything else: what was not done may be sent once more. */
    private static final class NotDone extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1L;

        private final transient RepairResult.Refused why;

        NotDone(RepairResult.Refused why) {
            super("not done", null, false, false);
            this.why = why;
        }
    }
}
