package org.redress.ground.identity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.AbsencesPage.Typed;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page of absences: whole days, as people say them. */
@Controller
class AbsencesDesk {

    private static final String PATH = "/absences";
    private static final String TEMPLATE = "identity/absences";

    private final Absences absences;
    private final Staff staff;
    private final FormKeys keys;

    AbsencesDesk(Absences absences, Staff staff, FormKeys keys) {
        this.absences = absences;
        this.staff = staff;
        this.keys = keys;
    }

    @GetMapping(PATH)
    ModelAndView list(Actor actor) {
        return Page.of(TEMPLATE, page(actor, Typed.NOTHING));
    }

    @PostMapping(PATH)
    ModelAndView add(
            Actor actor,
            Words words,
            @RequestParam(name = "staff") String who,
            @RequestParam String from,
            @RequestParam String until,
            @RequestParam(defaultValue = "") String deputy,
            @RequestParam String formKey) {
        Typed typed = new Typed(who, from, until, deputy, null, null);
        try {
            Instant begins = day(from, "from").atStartOfDay(actor.zone()).toInstant();
            Instant ends =
                    day(until, "until").plusDays(1).atStartOfDay(actor.zone()).toInstant();
            String next = keys.once(actor.bureau().value(), formKey, () -> {
                absences.add(actor, person(actor, who, "staff"), begins, ends, deputy(actor, deputy));
                return PATH;
            });
            return Page.then(next, Notice.done(words.text("absence.entered")));
        } catch (Problem refused) {
            if (refused.field() == null) {
                throw refused;
            }
            Typed back = typed.refused(refused.field(), words.text("problem." + refused.code(), refused.arguments()));
            return Page.of(TEMPLATE, page(actor, back), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @PostMapping(PATH + "/{id}/end")
    ModelAndView end(Actor actor, Words words, @PathVariable UUID id, @RequestParam String formKey) {
        String next = keys.once(actor.bureau().value(), formKey, () -> {
            absences.end(actor, id);
            return PATH;
        });
        return Page.then(next, Notice.done(words.text("absence.ended")));
    }

    private static LocalDate day(String typed, String field) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeParseException e) {
            throw Problem.invalid("absence.day", field);
        }
    }

    private StaffId person(Actor actor, String typed, String field) {
        return staff.list(actor).stream()
                .filter(member ->
                        member.active() && member.id().value().toString().equals(typed))
                .map(StaffMember::id)
                .findFirst()
                .orElseThrow(() -> Problem.invalid("absence.person", field));
    }

    private @Nullable StaffId deputy(Actor actor, String typed) {
        return typed.isEmpty() ? null : person(actor, typed, "deputy");
    }

    private AbsencesPage page(Actor actor, Typed typed) {
        boolean everybody = actor.may(Action.MANAGE, "staff");
        List<StaffMember> all =
                staff.list(actor).stream().filter(StaffMember::active).toList();
        Map<StaffId, String> names =
                staff.list(actor).stream().collect(Collectors.toMap(StaffMember::id, StaffMember::name));
        Function<Absence, AbsencesPage.Line> line = absence -> new AbsencesPage.Line(
                absence,
                names.getOrDefault(absence.staff(), ""),
                absence.deputy() == null ? null : names.get(absence.deputy()),
                everybody || absence.staff().equals(actor.staff()));
        return new AbsencesPage(
                absences.coming(actor).stream().map(line).toList(),
                all.stream()
                        .filter(member -> everybody || member.id().equals(actor.staff()))
                        .toList(),
                all,
                typed,
                actor.zone());
    }
}
