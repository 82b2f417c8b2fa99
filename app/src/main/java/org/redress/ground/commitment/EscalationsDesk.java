package org.redress.ground.commitment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.ground.commitment.Escalations.Before;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Staff;
import org.redress.platform.text.Words;
import org.redress.platform.web.FormKeys;
import org.redress.platform.web.Notice;
import org.redress.platform.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page of escalations that wait for an answer. */
@Controller
class EscalationsDesk {

    private static final int PAGE = 50;
    private static final String PATH = "/escalations";

    private final Escalations escalations;
    private final Staff staff;
    private final FormKeys keys;

    EscalationsDesk(Escalations escalations, Staff staff, FormKeys keys) {
        this.escalations = escalations;
        this.staff = staff;
        this.keys = keys;
    }

    @GetMapping(PATH)
    ModelAndView list(
            Actor actor,
            @RequestParam(defaultValue = "mine") String show,
            @RequestParam @Nullable Instant before,
            @RequestParam @Nullable UUID id) {
        boolean all = show.equals("all");
        Before place = before == null || id == null ? Before.NEWEST : new Before(before, id);
        List<Escalation> found =
                all ? escalations.open(actor, place, PAGE + 1) : escalations.mine(actor, place, PAGE + 1);
        List<Escalation> shown = found.stream().limit(PAGE).toList();
        String next = found.size() > PAGE
                ? PATH + "?show=" + show + "&before=" + shown.getLast().at() + "&id="
                        + shown.getLast().id()
                : null;
        return Page.of("commitment/escalations", EscalationsPage.of(actor, escalations, staff, shown, all, next));
    }

    @PostMapping(PATH + "/{id}/answer")
    ModelAndView answer(
            Actor actor,
            Words words,
            @PathVariable UUID id,
            @RequestParam(name = "words") String said,
            @RequestParam(defaultValue = PATH) String back,
            @RequestParam String formKey) {
        String next = keys.once(actor.bureau().value(), formKey, () -> {
            escalations.answer(actor, id, said);
            return back.startsWith("/tickets/") ? back : PATH;
        });
        return Page.then(next, Notice.done(words.text("escalation.answered")));
    }
}
