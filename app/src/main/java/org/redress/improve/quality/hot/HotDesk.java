package org.redress.improve.quality.hot;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.StaffId;
import org.redress.improve.quality.QualityNames;
import org.redress.platform.text.Words;
import org.redress.platform.web.Attempt;
import org.redress.platform.web.Forms;
import org.redress.platform.web.Page;
import org.redress.platform.web.Sparkline;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Hot matters in the browser. */
@Controller
@RequestMapping("/hot")
class HotDesk {

    private static final int LENGTH = 50;

    private final HotMatters matters;
    private final Forms forms;
    private final QualityNames names;

    HotDesk(HotMatters matters, Forms forms, QualityNames names) {
        this.matters = matters;
        this.forms = forms;
        this.names = names;
    }

    @GetMapping
    ModelAndView list(
            Actor actor,
            @RequestParam(defaultValue = "now") String view,
            @RequestParam(required = false) @Nullable Double score,
            @RequestParam(required = false) @Nullable Instant at,
            @RequestParam(required = false) @Nullable UUID id) {
        boolean cooled = view.equals("cooled");
        List<HotMatter> found =
                cooled ? matters.cooled(actor, at, id, LENGTH + 1) : matters.now(actor, score, id, LENGTH + 1);
        List<HotMatter> shown = found.stream().limit(LENGTH).toList();
        Map<HotId, String> said =
                matters.subjects(actor, shown.stream().map(HotMatter::id).toList());
        return Page.of(
                "quality/hot",
                new HotListPage(
                        cooled,
                        shown.stream()
                                .map(one -> new HotListPage.Row(
                                        one, said.getOrDefault(one.id(), ""), Sparkline.of(one.course())))
                                .toList(),
                        matters.rules(actor),
                        names.of(actor, people(shown)),
                        found.size() > LENGTH ? next(shown.getLast()) : null,
                        actor.zone()));
    }

    private static String next(HotMatter last) {
        return last.cooledAt() == null
                ? "/hot?score=" + last.heat().score() + "&id=" + last.id().value()
                : "/hot?view=cooled&at=" + last.cooledAt() + "&id=" + last.id().value();
    }

    private static List<StaffId> people(List<HotMatter> shown) {
        return shown.stream()
                .map(HotMatter::said)
                .filter(java.util.Objects::nonNull)
                .map(HotMatter.Said::by)
                .toList();
    }

    @PostMapping("/look")
    ModelAndView look(Actor actor, Words words, @RequestParam Map<String, String> typed) {
        return forms.take(
                new Forms.Form(actor.bureau().value(), words, "look", typed, words.text("hot.done.look")),
                () -> {
                    matters.look(actor);
                    return "/hot";
                },
                attempted -> list(actor, "now", null, null, null));
    }

    @GetMapping("/{id}")
    ModelAndView show(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Instant at,
            @RequestParam(required = false) @Nullable UUID after) {
        return show(actor, new HotId(id), at, after, Attempt.NONE);
    }

    private ModelAndView show(Actor actor, HotId id, @Nullable Instant at, @Nullable UUID after, Attempt attempted) {
        HotMatter matter = matters.get(actor, id);
        return Page.of(
                "quality/hotmatter",
                new HotPage(
                        matter,
                        matters.subject(actor, matter),
                        Sparkline.of(matter.course()),
                        matters.tickets(actor, matter, at, after, LENGTH),
                        actor.may(Action.WRITE, HotMatters.KIND),
                        attempted,
                        names.of(actor, people(List.of(matter))),
                        actor.zone()));
    }

    @PostMapping("/{id}/{word:acknowledge|dismiss}")
    ModelAndView say(
            Actor actor,
            Words words,
            @PathVariable UUID id,
            @PathVariable String word,
            @RequestParam Map<String, String> typed) {
        HotId hot = new HotId(id);
        Forms.Form form = new Forms.Form(actor.bureau().value(), words, word, typed, words.text("hot.done." + word));
        return forms.take(
                form,
                () -> {
                    HotResult result = word.equals("dismiss")
                            ? matters.dismiss(actor, hot, form.typed("words"))
                            : matters.acknowledge(actor, hot, form.typed("words"));
                    if (result instanceof HotResult.Refused) {
                        throw Forms.refused("/hot/" + id, words.text("hot.refused"));
                    }
                    return "/hot/" + id;
                },
                attempted -> show(actor, hot, null, null, attempted));
    }
}
