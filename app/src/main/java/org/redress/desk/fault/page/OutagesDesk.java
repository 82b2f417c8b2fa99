package org.redress.desk.fault.page;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.redress.desk.fault.Line;
import org.redress.desk.fault.LineId;
import org.redress.desk.fault.Lines;
import org.redress.desk.fault.NamedLines;
import org.redress.desk.fault.Outage;
import org.redress.desk.fault.OutageId;
import org.redress.desk.fault.Outages;
import org.redress.desk.recovery.credit.CreditFiles;
import org.redress.ground.identity.Actor;
import org.redress.platform.text.Words;
import org.redress.platform.web.FormKeys;
import org.redress.platform.web.Notice;
import org.redress.platform.web.Page;
import org.redress.platform.web.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Outages in the browser: which there are and whom they hit, declared and ended. */
@Controller
@RequestMapping("/faults/outages")
class OutagesDesk {

    private static final int LENGTH = 50;
    private static final String PATH = "/faults/outages";
    private static final String DECLARE = "declare";

    private final Outages outages;
    private final Lines lines;
    private final NamedLines named;
    private final Names names;
    private final FormKeys keys;
    private final Clock clock;

    OutagesDesk(Outages outages, Lines lines, NamedLines named, Names names, FormKeys keys, Clock clock) {
        this.outages = outages;
        this.lines = lines;
        this.named = named;
        this.names = names;
        this.keys = keys;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(
            Actor actor,
            @RequestParam(required = false) @Nullable Instant at,
            @RequestParam(required = false) @Nullable UUID id) {
        return page(actor, at, id, FaultAttempt.NONE, HttpStatus.OK);
    }

    private ModelAndView page(
            Actor actor, @Nullable Instant at, @Nullable UUID id, FaultAttempt attempt, HttpStatus status) {
        List<Outage> found = outages.list(actor, at, id, LENGTH + 1);
        List<Outage> shown = found.stream().limit(LENGTH).toList();
        String next = found.size() > LENGTH
                ? PATH + "?at=" + shown.getLast().declaredAt() + "&id="
                        + shown.getLast().id().value()
                : null;
        return Page.of(
                "fault/outages",
                new OutagesPage(
                        shown,
                        outages.counts(actor, shown.stream().map(Outage::id).toList()),
                        lines.exchanges(actor),
                        names.of(actor, shown.stream().map(Outage::declaredBy).toList()),
                        outages.mayDeclare(actor),
                        CreditFiles.mayLook(actor),
                        attempt,
                        next,
                        actor.zone()),
                status);
    }

    @GetMapping("/{id}")
    ModelAndView one(Actor actor, @PathVariable UUID id, @RequestParam(required = false) @Nullable UUID after) {
        OutageId outage = new OutageId(id);
        Outage found = outages.find(actor, outage).orElseThrow(() -> Problem.absent("fault.outage.absent"));
        List<LineId> hit = outages.lines(actor, outage, after == null ? null : new LineId(after), LENGTH + 1);
        List<LineId> shown = hit.stream().limit(LENGTH).toList();
        Map<LineId, Line> known = lines.of(actor, shown);
        return Page.of(
                "fault/outage",
                new OutagePage(
                        found,
                        outages.count(actor, outage),
                        outages.counts(actor, List.of(outage)).getOrDefault(outage, 0L),
                        shown.stream().map(known::get).filter(Objects::nonNull).toList(),
                        names.of(actor, List.of(found.declaredBy())),
                        hit.size() > LENGTH
                                ? path(outage) + "?after=" + shown.getLast().value()
                                : null,
                        actor.zone()));
    }

    @PostMapping
    ModelAndView declare(Actor actor, Words words, @RequestParam Map<String, String> typed) {
        return take(actor, words, DECLARE, typed, "fault.done.outage", () -> {
            String exchange = typed.getOrDefault("exchange", "");
            String since = typed.getOrDefault("since", "");
            Outage declared = outages.declare(
                    actor,
                    exchange,
                    typed.getOrDefault("reason", ""),
                    since.isBlank() ? clock.instant() : moment(actor, since, "fault.outage.since", "since"),
                    moment(actor, typed.getOrDefault("end", ""), "fault.outage.end", "end"),
                    named.of(actor, exchange, typed.getOrDefault("numbers", "")));
            return path(declared.id());
        });
    }

    @PostMapping("/{id}/end")
    ModelAndView end(Actor actor, Words words, @PathVariable UUID id, @RequestParam Map<String, String> typed) {
        return take(actor, words, OutagesPage.ending(id), typed, "fault.done.outage.end", () -> {
            String at = typed.getOrDefault("at", "");
            outages.end(
                    actor,
                    new OutageId(id),
                    at.isBlank() ? clock.instant() : moment(actor, at, "fault.outage.over", "at"));
            return PATH;
        });
    }

    private static String path(OutageId outage) {
        return PATH + "/" + outage.value();
    }

    /** Once for its key; a form with a field at fault comes back as it was typed. */
    private ModelAndView take(
            Actor actor, Words words, String form, Map<String, String> typed, String done, Supplier<String> deed) {
        try {
            String next = keys.once(actor.bureau().value(), typed.getOrDefault("formKey", ""), deed);
            return Page.then(next, Notice.done(words.text(done)));
        } catch (Problem problem) {
            if (problem.field() == null || problem.status() != HttpStatus.UNPROCESSABLE_CONTENT) {
                throw problem;
            }
            return page(
                    actor,
                    null,
                    null,
                    new FaultAttempt(
                            form,
                            Map.copyOf(typed),
                            problem.field(),
                            words.text("problem." + problem.code(), problem.arguments())),
                    problem.status());
        }
    }

    private static Instant moment(Actor actor, String typed, String code, String field) {
        try {
            return FaultTyped.moment(typed, actor.zone());
        } catch (DateTimeException e) {
            throw Problem.invalid(code, field);
        }
    }
}
