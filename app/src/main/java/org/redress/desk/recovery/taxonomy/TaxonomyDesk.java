package org.redress.desk.recovery.taxonomy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.FailureTypes;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffId;
import org.redress.platform.text.Words;
import org.redress.platform.web.Attempt;
import org.redress.platform.web.Forms;
import org.redress.platform.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The versions of the taxonomy, and the forms that make the next one. */
@Controller
@RequestMapping(TaxonomyPage.PATH)
class TaxonomyDesk {

    private static final int PAGE = 20;

    private final TaxonomyVersions versions;
    private final FailureTypes types;
    private final Staff staff;
    private final Forms forms;

    TaxonomyDesk(TaxonomyVersions versions, FailureTypes types, Staff staff, Forms forms) {
        this.versions = versions;
        this.types = types;
        this.staff = staff;
        this.forms = forms;
    }

    @GetMapping
    ModelAndView show(Actor actor, @RequestParam(required = false) @Nullable Integer below) {
        return page(actor, below == null ? Integer.MAX_VALUE : below, Attempt.NONE);
    }

    private ModelAndView page(Actor actor, int below, Attempt attempt) {
        List<TaxonomyVersion> found = versions.list(actor, below, PAGE + 1);
        List<TaxonomyVersion> shown = found.stream().limit(PAGE).toList();
        List<StaffId> people =
                shown.stream().map(TaxonomyVersion::by).distinct().toList();
        return Page.of(
                "recovery/taxonomy",
                new TaxonomyPage(
                        types.taxonomy(actor),
                        shown,
                        found.size() > PAGE ? shown.getLast().version() : null,
                        staff.names(actor, people),
                        actor.may(Action.MANAGE, TaxonomyVersions.KIND),
                        attempt,
                        actor.zone()));
    }

    @PostMapping("/rename")
    ModelAndView rename(Actor actor, Words words, @RequestParam Map<String, String> typed) {
        return take(
                actor,
                words,
                "rename",
                typed,
                form -> versions.rename(actor, form.version(), form.typed("type"), name(form), form.typed("why")));
    }

    @PostMapping("/add")
    ModelAndView add(Actor actor, Words words, @RequestParam Map<String, String> typed) {
        return take(
                actor,
                words,
                "add",
                typed,
                form -> versions.add(actor, form.version(), form.typed("parent"), name(form), form.typed("why")));
    }

    @PostMapping("/split")
    ModelAndView split(Actor actor, Words words, @RequestParam Map<String, String> typed) {
        return take(actor, words, "split", typed, form -> {
            List<NewType> into = new ArrayList<>();
            int heir = -1;
            for (int i = 0; i < TaxonomyPage.PARTS; i++) {
                NewType part = new NewType(form.typed("zh" + i), form.typed("en" + i));
                if (!part.zh().isBlank() || !part.en().isBlank()) {
                    heir = form.typed("heir").equals(Integer.toString(i)) ? into.size() : heir;
                    into.add(part);
                }
            }
            return versions.split(actor, form.version(), form.typed("type"), into, heir, form.typed("why"));
        });
    }

    @PostMapping("/merge")
    ModelAndView merge(Actor actor, Words words, @RequestParam MultiValueMap<String, String> typed) {
        List<String> codes = typed.getOrDefault("types", List.of());
        return take(
                actor,
                words,
                "merge",
                typed.toSingleValueMap(),
                form -> versions.merge(actor, form.version(), codes, name(form), form.typed("why")));
    }

    @PostMapping("/retire")
    ModelAndView retire(Actor actor, Words words, @RequestParam Map<String, String> typed) {
        return take(
                actor,
                words,
                "retire",
                typed,
                form -> versions.retire(actor, form.version(), form.typed("type"), form.typed("why")));
    }

    private static NewType name(Forms.Form form) {
        return new NewType(form.typed("zh"), form.typed("en"));
    }

    private ModelAndView take(
            Actor actor,
            Words words,
            String name,
            Map<String, String> typed,
            Function<Forms.Form, TaxonomyResult> change) {
        Forms.Form form =
                new Forms.Form(actor.bureau().value(), words, name, typed, words.text("taxonomy.done." + name));
        return forms.take(
                form,
                () -> switch (change.apply(form)) {
                    case TaxonomyResult.Done done -> TaxonomyPage.PATH;
                    case TaxonomyResult.Stale stale ->
                        throw Forms.refused(TaxonomyPage.PATH, words.text("taxonomy.stale", stale.version()));
                },
                attempt -> page(actor, Integer.MAX_VALUE, attempt));
    }
}
