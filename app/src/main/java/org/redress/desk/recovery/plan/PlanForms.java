package org.redress.desk.recovery.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.redress.desk.recovery.Remedies;
import org.redress.desk.recovery.RemedyKind;
import org.redress.desk.recovery.SumTyped;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Actor;
import org.redress.platform.text.Words;
import org.redress.platform.web.Attempt;
import org.redress.platform.web.Forms;
import org.redress.platform.web.Page;
import org.redress.platform.web.Problem;
import org.redress.platform.web.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The forms in which a plan is followed, differed from, and ticked off. */
@Controller
@RequestMapping("/tickets/{ticket}/plan")
class PlanForms {

    static final String DIFFER = "differ";
    static final String LINE = "line-";
    static final String PLACE = "place-";
    static final String SPEAKER = "speaker-";

    private final Plans plans;
    private final PlanViews views;
    private final Remedies remedies;
    private final Forms forms;

    PlanForms(Plans plans, PlanViews views, Remedies remedies, Forms forms) {
        this.plans = plans;
        this.views = views;
        this.remedies = remedies;
        this.forms = forms;
    }

    @PostMapping("/follow")
    ModelAndView follow(Actor actor, Words words, @PathVariable UUID ticket, @RequestParam Map<String, String> typed) {
        Forms.Form form =
                new Forms.Form(actor.bureau().value(), words, "follow", typed, words.text("plan.done.follow"));
        TicketId id = new TicketId(ticket);
        return made(actor, form, id, () -> plans.follow(actor, id, form.version()));
    }

    @PostMapping("/differ")
    ModelAndView differ(Actor actor, Words words, @PathVariable UUID ticket, @RequestParam Map<String, String> typed) {
        Forms.Form form = new Forms.Form(actor.bureau().value(), words, DIFFER, typed, words.text("plan.done.differ"));
        TicketId id = new TicketId(ticket);
        return made(
                actor, form, id, () -> plans.make(actor, id, form.version(), chosen(form), form.typed(Plans.REASON)));
    }

    /** The remedies that are ticked, by their places; those of one place as they come. */
    private static List<Chosen> chosen(Forms.Form form) {
        record Placed(int place, Chosen chosen) {}
        List<Placed> placed = new ArrayList<>();
        Arrays.stream(RemedyKind.values())
                .filter(kind -> form.ticked(LINE + kind.code()))
                .forEach(kind -> placed.add(new Placed(
                        place(form.typed(PLACE + kind.code()), PLACE + kind.code()),
                        new Chosen(kind, speaker(form, kind)))));
        return placed.stream()
                .sorted(Comparator.comparingInt(Placed::place))
                .map(Placed::chosen)
                .toList();
    }

    private static int place(String typed, String field) {
        String figures = typed.strip();
        if (figures.isEmpty()) {
            return RemedyKind.values().length;
        }
        if (!figures.matches("\\d{1,2}")) {
            throw Problem.invalid("plan.place", field, RemedyKind.values().length);
        }
        return Integer.parseInt(figures);
    }

    private static Speaker speaker(Forms.Form form, RemedyKind kind) {
        String field = SPEAKER + kind.code();
        if (kind == RemedyKind.MANAGERS_INTERVENTION) {
            return Speaker.HEAD;
        }
        return form.typed(field).isEmpty() ? Speaker.ANYBODY : Typed.choice(Speaker.class, form.typed(field), field);
    }

    private ModelAndView made(Actor actor, Forms.Form form, TicketId ticket, Supplier<PlanResult> change) {
        String page = PlanDesk.path(ticket);
        return forms.take(
                form,
                () -> switch (change.get()) {
                    case PlanResult.Done done -> page;
                    case PlanResult.Refused refused ->
                        throw Forms.refused(page, refused.why().text(form.words()));
                },
                attempt -> back(actor, ticket, attempt));
    }

    private ModelAndView back(Actor actor, TicketId ticket, Attempt attempt) {
        return Page.of("recovery/plan", views.page(actor, ticket, attempt));
    }

    @PostMapping("/{plan}/tick/{kind}")
    ModelAndView tick(
            Actor actor,
            Words words,
            @PathVariable UUID ticket,
            @PathVariable UUID plan,
            @PathVariable String kind,
            @RequestParam Map<String, String> typed) {
        TicketId id = new TicketId(ticket);
        RemedyKind remedy = RemedyKind.ofCode(kind).orElseThrow(() -> Problem.absent("plan.line.absent"));
        Forms.Form form = new Forms.Form(
                actor.bureau().value(),
                words,
                "tick-" + kind,
                typed,
                words.text("plan.done.tick", words.text("remedy.kind." + kind)));
        String page = PlanDesk.path(id);
        return forms.take(
                form,
                () -> {
                    TickResult result = plans.tick(
                            actor,
                            known(actor, id, plan),
                            remedy,
                            SumTyped.read(form.typed("sum"), remedies.currency(actor)),
                            form.typed("note"));
                    return switch (result) {
                        case TickResult.Done done -> page;
                        case TickResult.Refused refused ->
                            throw Forms.refused(page, refused.why().text(words));
                    };
                },
                attempt -> back(actor, id, attempt));
    }

    private PlanId known(Actor actor, TicketId ticket, UUID plan) {
        PlanId id = new PlanId(plan);
        if (plans.of(actor, ticket).stream().noneMatch(one -> one.id().equals(id))) {
            throw Problem.absent("plan.absent");
        }
        return id;
    }
}
