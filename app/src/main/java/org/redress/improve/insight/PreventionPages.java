package org.redress.improve.insight;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.StaffMember;
import org.redress.improve.insight.chart.EffectAxis;
import org.redress.improve.insight.lesson.LessonPart;
import org.redress.platform.text.Words;
import org.redress.platform.web.Attempt;
import org.redress.platform.web.Choice;
import org.redress.platform.web.Problem;
import org.springframework.stereotype.Component;

/** Puts the pages of preventive actions together. */
@Component
class PreventionPages {

    private static final int PAGE = 50;
    private static final int MOST = 2000;
    private static final int MOST_PLACES = 400;

    private final Preventions preventions;
    private final Causes causes;
    private final Places places;
    private final Staff staff;
    private final ChangeTargets targets;
    private final LessonPart lessons;
    private final Clock clock;

    PreventionPages(
            Preventions preventions,
            Causes causes,
            Places places,
            Staff staff,
            ChangeTargets targets,
            LessonPart lessons,
            Clock clock) {
        this.preventions = preventions;
        this.causes = causes;
        this.places = places;
        this.staff = staff;
        this.targets = targets;
        this.lessons = lessons;
        this.clock = clock;
    }

    PreventionListPage list(Actor actor, Words words, PreventionShow show, @Nullable Integer below) {
        LocalDate today = today(actor);
        boolean judged = show.verdict() != null;
        List<Prevention> found =
                preventions.list(actor, show.filter(today, actor.zone()), below, judged ? MOST : PAGE + 1);
        Map<PreventionId, Effect> effects = preventions.effects(actor, found);
        List<Prevention> wanted = found.stream()
                .filter(one -> !judged || show.verdict() == verdict(effects, one))
                .toList();
        List<Prevention> page = wanted.subList(0, Math.min(PAGE, wanted.size()));
        Map<StaffId, StaffMember> owners =
                staff.members(actor, page.stream().map(Prevention::owner).toList());
        Map<CauseId, Cause> names = names(actor);
        return new PreventionListPage(
                tabs(words, show),
                words.text("prevention.show." + show),
                page.stream()
                        .map(one -> new PreventionListPage.Row(
                                one,
                                name(names, one, words),
                                owner(owners, one.owner()),
                                one.lateOn(today),
                                verdict(effects, one)))
                        .toList(),
                wanted.size() > PAGE
                        ? "/actions?show=" + show.slug() + "&below="
                                + page.getLast().number()
                        : null,
                actor.may(Action.WRITE, Preventions.KIND));
    }

    /** A stopped action is not judged: what followed is not its doing. */
    private static @Nullable Verdict verdict(Map<PreventionId, Effect> effects, Prevention one) {
        Effect effect = one.state() == PreventionState.STOPPED ? null : effects.get(one.id());
        return effect == null ? null : effect.verdict();
    }

    private static List<PreventionListPage.Tab> tabs(Words words, PreventionShow show) {
        return Arrays.stream(PreventionShow.values())
                .filter(one -> one.tab() || one == show)
                .map(one -> new PreventionListPage.Tab(
                        words.text("prevention.show." + one), "/actions?show=" + one.slug(), one == show))
                .toList();
    }

    PreventionPage page(Actor actor, Words words, PreventionId id, Attempt attempt) {
        Prevention one = preventions.get(actor, id);
        Effect effect = preventions.effects(actor, List.of(one)).get(id);
        EffectView view = effect == null ? null : EffectView.of(one, effect, words);
        EffectAxis.Interval interval = view == null ? null : view.interval();
        Map<StaffId, StaffMember> people = staff.members(actor, List.of(one.owner(), one.openedBy()));
        return new PreventionPage(
                one,
                name(names(actor), one, words),
                "/causes?of=" + one.cause().value(),
                owner(people, one.owner()),
                owner(people, one.openedBy()),
                one.lateOn(today(actor)),
                actor.may(Action.WRITE, Preventions.KIND),
                today(actor).toString(),
                view,
                interval == null ? null : EffectAxis.of(List.of(interval)),
                effect == null || effect.days() == 0 ? null : tickets(one, effect.from(), effect.change()),
                effect == null || effect.days() == 0 ? null : tickets(one, effect.change(), effect.until()),
                targets.shown(actor, words, one.changes()),
                effect == null || effect.early() ? null : effect.verdict(),
                lessons.of(actor, words, id, one.state() == PreventionState.STOPPED),
                attempt);
    }

    /** The board's list of the tickets that were counted, below the cause itself. */
    private static String tickets(Prevention one, LocalDate from, LocalDate until) {
        String place = one.place().isEmpty() ? "" : "&place=" + URLEncoder.encode(one.place(), StandardCharsets.UTF_8);
        return "/causes?from=" + from + "&to=" + until.minusDays(1) + place + "&by=cause&of=~below."
                + one.cause().value() + "#tickets";
    }

    PreventionFormPage form(Actor actor, Words words, PreventionForm form, @Nullable Problem problem) {
        return form(actor, words, "/actions", null, form, problem);
    }

    PreventionFormPage form(
            Actor actor, Words words, Prevention one, int version, PreventionForm form, @Nullable Problem problem) {
        PreventionFormPage page = form(actor, words, "/actions/" + one.id().value(), version, form, problem);
        return new PreventionFormPage(
                page.action(),
                version,
                one.spoken(),
                form,
                page.causes(),
                page.places(),
                page.owners(),
                page.changes(),
                one.effectiveFrom() != null,
                page.errorField(),
                page.error());
    }

    private PreventionFormPage form(
            Actor actor,
            Words words,
            String action,
            @Nullable Integer version,
            PreventionForm form,
            @Nullable Problem problem) {
        actor.require(Action.WRITE, Preventions.KIND);
        List<Choice> owners = new ArrayList<>();
        owners.add(new Choice("", words.text("prevention.choose")));
        staff.list(actor).stream()
                .filter(StaffMember::active)
                .forEach(one -> owners.add(new Choice(
                        one.id().value().toString(), words.text("prevention.person", one.name(), one.unitName()))));
        return new PreventionFormPage(
                action,
                version,
                "",
                form,
                causes.offered(actor),
                places(actor, words, PreventionForm.text(form.place())),
                owners,
                targets.choices(actor, words, PreventionForm.text(form.changes())),
                false,
                problem == null ? null : problem.field(),
                problem == null ? null : words.text("problem." + problem.code(), problem.arguments()));
    }

    List<Choice> places(Actor actor, Words words, String chosen) {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice("", words.text("prevention.everywhere")));
        List<String> known = places.list(actor, MOST_PLACES);
        if (!chosen.isEmpty() && !known.contains(chosen)) {
            choices.add(new Choice(chosen, chosen));
        }
        known.forEach(one -> choices.add(new Choice(one, one)));
        return choices;
    }

    private Map<CauseId, Cause> names(Actor actor) {
        return actor.may(Action.READ, Causes.KIND)
                ? causes.tree(actor).stream().collect(Collectors.toMap(Cause::id, Function.identity()))
                : new HashMap<>();
    }

    private static String name(Map<CauseId, Cause> names, Prevention one, Words words) {
        Cause cause = names.get(one.cause());
        return cause == null ? "" : cause.name(words);
    }

    private static String owner(Map<StaffId, StaffMember> people, StaffId id) {
        StaffMember member = people.get(id);
        return member == null ? "redress" : member.name();
    }

    LocalDate today(Actor actor) {
        return LocalDate.ofInstant(clock.instant(), actor.zone());
    }
}
