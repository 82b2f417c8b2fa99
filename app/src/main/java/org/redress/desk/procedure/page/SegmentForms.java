package org.redress.desk.procedure.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.redress.desk.procedure.Area;
import org.redress.desk.procedure.Assessment;
import org.redress.desk.procedure.Deciders;
import org.redress.desk.procedure.Journeys;
import org.redress.desk.procedure.SegmentId;
import org.redress.desk.procedure.Segments;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Actor;
import org.redress.platform.text.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The forms in which a matter is sent on, taken up, finished, given back, assessed and decided about. */
@Controller
@RequestMapping("/tickets/{id}/segments")
class SegmentForms {

    private final Segments segments;
    private final Journeys journeys;
    private final Deciders deciders;
    private final SegmentSubmissions submissions;
    private final Names names;

    SegmentForms(Segments segments, Journeys journeys, Deciders deciders, SegmentSubmissions submissions, Names names) {
        this.segments = segments;
        this.journeys = journeys;
        this.deciders = deciders;
        this.submissions = submissions;
        this.names = names;
    }

    @PostMapping("/start")
    ModelAndView start(
            Actor actor,
            Words words,
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request,
            HttpServletResponse response) {
        return submissions.take(
                form(actor, words, id, "start", typed, request, response),
                () -> journeys.start(
                        actor, new TicketId(id), Area.valueOf(typed.getOrDefault("area", Area.CITY.name()))));
    }

    @PostMapping("/stage")
    ModelAndView stage(
            Actor actor,
            Words words,
            @PathVariable UUID id,
            @RequestParam int place,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request,
            HttpServletResponse response) {
        return submissions.take(
                form(actor, words, id, "stage", typed, request, response),
                () -> journeys.sendOn(actor, new TicketId(id), place, typed.getOrDefault("why", "")));
    }

    @PostMapping("/send")
    ModelAndView send(
            Actor actor,
            Words words,
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request,
            HttpServletResponse response) {
        TaskTyped task = new TaskTyped(
                typed.getOrDefault("name", ""),
                typed.getOrDefault("unit", ""),
                typed.getOrDefault("post", ""),
                typed.getOrDefault("owed", ""),
                typed.getOrDefault("amount", ""),
                typed.getOrDefault("limitUnit", ""),
                typed.getOrDefault("evidence", ""),
                false,
                "",
                "");
        return submissions.take(
                form(actor, words, id, "send", typed, request, response),
                () -> segments.send(
                        actor,
                        new TicketId(id),
                        task.task(names.numbered(actor, typed.getOrDefault("person", ""))),
                        typed.getOrDefault("why", "")));
    }

    @PostMapping("/decide")
    ModelAndView decide(
            Actor actor,
            Words words,
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request,
            HttpServletResponse response) {
        return submissions.take(
                form(actor, words, id, "decide", typed, request, response),
                () -> deciders.decide(
                        actor,
                        new TicketId(id),
                        TaskTyped.unit(typed.getOrDefault("unit", "")),
                        typed.getOrDefault("why", "")));
    }

    @PostMapping("/{segment}/{act:accept|finish|return|cancel|assess|refuse}")
    ModelAndView move(
            Actor actor,
            Words words,
            @PathVariable UUID id,
            @PathVariable UUID segment,
            @PathVariable String act,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request,
            HttpServletResponse response) {
        SegmentId moved = new SegmentId(segment);
        String why = typed.getOrDefault("why", "");
        Assessment given = new Assessment(typed.containsKey("complete"), typed.containsKey("correct"), why);
        return submissions.take(form(actor, words, id, act, typed, request, response), () -> switch (act) {
            case "accept" -> segments.accept(actor, moved, typed.containsKey("assess") ? given : null);
            case "finish" ->
                segments.finish(actor, moved, typed.getOrDefault("report", ""), typed.getOrDefault("evidence", ""));
            case "return" -> segments.giveBack(actor, moved, why);
            case "cancel" -> segments.cancel(actor, moved, why);
            case "refuse" -> segments.refuse(actor, moved, given);
            default -> segments.assess(actor, moved, given);
        });
    }

    private static SegmentSubmissions.Form form(
            Actor actor,
            Words words,
            UUID id,
            String act,
            Map<String, String> typed,
            HttpServletRequest request,
            HttpServletResponse response) {
        return new SegmentSubmissions.Form(actor, words, new TicketId(id), act, Map.copyOf(typed), request, response);
    }
}
