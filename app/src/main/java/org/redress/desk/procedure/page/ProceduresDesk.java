package org.redress.desk.procedure.page;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.redress.desk.procedure.Procedure;
import org.redress.desk.procedure.ProcedureId;
import org.redress.desk.procedure.Procedures;
import org.redress.desk.procedure.Segment;
import org.redress.desk.procedure.SegmentBoard;
import org.redress.desk.ticket.FailureVocabulary;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.platform.text.Words;
import org.redress.platform.web.FormKeys;
import org.redress.platform.web.Notice;
import org.redress.platform.web.Page;
import org.redress.platform.web.Problem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The procedures: listed, drawn, and changed by publishing a version. */
@Controller
@RequestMapping("/procedures")
class ProceduresDesk {

    private final Procedures procedures;
    private final SegmentTable rows;
    private final Names names;
    private final ObjectProvider<FailureVocabulary> vocabulary;
    private final FormKeys keys;
    private final Clock clock;

    ProceduresDesk(
            Procedures procedures,
            SegmentTable rows,
            Names names,
            ObjectProvider<FailureVocabulary> vocabulary,
            FormKeys keys,
            Clock clock) {
        this.procedures = procedures;
        this.rows = rows;
        this.names = names;
        this.vocabulary = vocabulary;
        this.keys = keys;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(Actor actor) {
        return Page.of(
                "procedure/procedures",
                new ProceduresPage(procedures.list(actor), actor.may(Action.MANAGE, "procedure"), actor.zone()));
    }

    @GetMapping("/{id}")
    ModelAndView show(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(required = false) @Nullable Integer place,
            @RequestParam @Nullable String at,
            @RequestParam(required = false) @Nullable UUID after) {
        ProcedureId procedure = new ProcedureId(id);
        Procedure found = procedures.get(actor, procedure, version);
        SegmentBoard.After from = SegmentBoard.After.parse(at, after);
        List<Segment> there =
                place == null ? List.of() : procedures.standing(actor, procedure, place, from, SegmentsDesk.LENGTH + 1);
        List<Segment> shown = there.stream().limit(SegmentsDesk.LENGTH).toList();
        String next = there.size() > SegmentsDesk.LENGTH
                ? "/procedures/" + id + "?place=" + place + "&at="
                        + SegmentBoard.After.of(shown.getLast()).at() + "&after="
                        + shown.getLast().id().value()
                : null;
        return Page.of(
                "procedure/procedure",
                new ProcedurePage(
                        found,
                        procedures.standing(actor, procedure),
                        place,
                        rows.of(actor, shown),
                        next,
                        actor.may(Action.MANAGE, "procedure"),
                        names.of(actor, List.of(found.publishedBy())),
                        clock.instant(),
                        actor.zone()));
    }

    @GetMapping("/new")
    ModelAndView fresh(Actor actor) {
        actor.require(Action.MANAGE, "procedure");
        return edit(actor, null, ProcedureForm.fresh(), HttpStatus.OK);
    }

    @GetMapping("/{id}/edit")
    ModelAndView edit(Actor actor, @PathVariable UUID id) {
        actor.require(Action.MANAGE, "procedure");
        ProcedureId procedure = new ProcedureId(id);
        return edit(actor, procedure, ProcedureForm.of(procedures.get(actor, procedure, null)), HttpStatus.OK);
    }

    @PostMapping
    ModelAndView add(Actor actor, Words words, @RequestParam String formKey, HttpServletRequest request) {
        ProcedureForm form = ProcedureForm.sent(request);
        return publish(actor, words, null, form, formKey, () -> procedures.add(actor, form.draft()));
    }

    @PostMapping("/{id}")
    ModelAndView revise(
            Actor actor, Words words, @PathVariable UUID id, @RequestParam String formKey, HttpServletRequest request) {
        ProcedureForm form = ProcedureForm.sent(request);
        ProcedureId procedure = new ProcedureId(id);
        return publish(actor, words, procedure, form, formKey, () -> {
            procedures.revise(actor, procedure, form.seen(), form.draft());
            return procedure;
        });
    }

    private ModelAndView publish(
            Actor actor,
            Words words,
            @Nullable ProcedureId id,
            ProcedureForm form,
            String formKey,
            Supplier<ProcedureId> change) {
        try {
            String next = keys.once(
                    actor.bureau().value(),
                    formKey,
                    () -> "/procedures/" + change.get().value());
            return Page.then(next, Notice.done(words.text("procedure.published")));
        } catch (Problem refused) {
            if (refused.status() != HttpStatus.UNPROCESSABLE_CONTENT && refused.status() != HttpStatus.CONFLICT) {
                throw refused;
            }
            String why = words.text("problem." + refused.code(), refused.arguments());
            return edit(actor, id, form.refused(refused.field(), why), refused.status());
        }
    }

    private ModelAndView edit(Actor actor, @Nullable ProcedureId id, ProcedureForm form, HttpStatus status) {
        return Page.of(
                "procedure/edit",
                new ProcedureEditPage(
                        id,
                        form,
                        names.of(actor, List.of()),
                        vocabulary.stream()
                                .flatMap(one -> one.groups(actor).stream())
                                .toList()),
                status);
    }
}
