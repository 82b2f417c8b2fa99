package org.redress.ground.notification.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.StaffMember;
import org.redress.ground.notification.MessageChannel;
import org.redress.ground.notification.MessageTemplates;
import org.redress.ground.notification.Messages;
import org.redress.ground.notification.Template;
import org.redress.ground.notification.TemplateDraft;
import org.redress.ground.notification.TemplateKey;
import org.redress.ground.notification.Wording;
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

/** The pages of templates. */
@Controller
class TemplatesDesk {

    private static final String ONE = "/messages/templates/{code}/{channel}/{language}";

    private final MessageTemplates templates;
    private final Staff staff;
    private final FormKeys keys;

    TemplatesDesk(MessageTemplates templates, Staff staff, FormKeys keys) {
        this.templates = templates;
        this.staff = staff;
        this.keys = keys;
    }

    @GetMapping("/messages/templates")
    ModelAndView list(Actor actor) {
        Map<String, List<Template>> byCode = templates.list(actor).stream()
                .collect(Collectors.groupingBy(one -> one.key().code(), LinkedHashMap::new, Collectors.toList()));
        return Page.of(
                "message/templates",
                new TemplatesPage(
                        Tab.of(actor, Tab.TEMPLATES),
                        byCode.entrySet().stream()
                                .map(one -> new TemplatesPage.Group(one.getKey(), one.getValue()))
                                .toList()));
    }

    @GetMapping(ONE)
    ModelAndView show(
            Actor actor, @PathVariable String code, @PathVariable String channel, @PathVariable String language) {
        TemplateKey key = key(code, channel, language);
        Template newest = templates.versions(actor, key).getFirst();
        return Page.of(
                "message/template",
                page(actor, new TemplateDraft(key, newest.title(), newest.body()), newest.version(), null, Map.of()));
    }

    @PostMapping(ONE + "/preview")
    ModelAndView preview(
            Actor actor,
            Words words,
            @PathVariable String code,
            @PathVariable String channel,
            @PathVariable String language,
            @RequestParam(defaultValue = "") String title,
            @RequestParam String body,
            @RequestParam int seen) {
        TemplateDraft draft = draft(key(code, channel, language), title, body);
        try {
            Wording preview = templates.preview(actor, draft);
            return Page.of("message/template", page(actor, draft, seen, preview, Map.of()));
        } catch (Problem refused) {
            return back(actor, words, draft, seen, refused);
        }
    }

    @PostMapping(ONE)
    ModelAndView save(
            Actor actor,
            Words words,
            @PathVariable String code,
            @PathVariable String channel,
            @PathVariable String language,
            @RequestParam(defaultValue = "") String title,
            @RequestParam String body,
            @RequestParam int seen,
            @RequestParam String formKey) {
        TemplateDraft draft = draft(key(code, channel, language), title, body);
        try {
            String next = keys.once(actor.bureau().value(), formKey, () -> {
                templates.save(actor, draft, seen);
                return draft.key().path();
            });
            return Page.then(next, Notice.done(words.text("template.saved", seen + 1)));
        } catch (Problem refused) {
            return back(actor, words, draft, seen, refused);
        }
    }

    @PostMapping(ONE + "/test")
    ModelAndView test(
            Actor actor,
            Words words,
            @PathVariable String code,
            @PathVariable String channel,
            @PathVariable String language,
            @RequestParam(defaultValue = "") String address,
            @RequestParam String formKey) {
        TemplateKey key = key(code, channel, language);
        try {
            String next = keys.once(
                    actor.bureau().value(),
                    formKey,
                    () -> "/messages/" + templates.test(actor, key, address).value());
            return Page.then(next, Notice.done(words.text("template.tested")));
        } catch (Problem refused) {
            Template newest = templates.versions(actor, key).getFirst();
            return back(actor, words, new TemplateDraft(key, newest.title(), newest.body()), newest.version(), refused);
        }
    }

    private ModelAndView back(Actor actor, Words words, TemplateDraft draft, int seen, Problem refused) {
        String field = refused.field();
        if (field == null) {
            throw refused;
        }
        Map<String, String> errors = Map.of(field, words.text("problem." + refused.code(), refused.arguments()));
        return Page.of("message/template", page(actor, draft, seen, null, errors), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private TemplatePage page(
            Actor actor, TemplateDraft draft, int seen, @Nullable Wording preview, Map<String, String> errors) {
        List<Template> versions = templates.versions(actor, draft.key());
        Map<StaffId, StaffMember> people =
                staff.members(actor, versions.stream().map(Template::madeBy).toList());
        return new TemplatePage(
                Tab.of(actor, Tab.TEMPLATES),
                draft.key(),
                versions,
                versions.stream().map(one -> name(people, one.madeBy())).toList(),
                templates.occasion(draft.key()).names(),
                draft.title(),
                draft.body(),
                seen,
                preview,
                errors,
                actor.zone(),
                actor.may(Action.MANAGE, Messages.KIND));
    }

    private static String name(Map<StaffId, StaffMember> people, StaffId id) {
        StaffMember member = people.get(id);
        return member == null ? "redress" : member.name();
    }

    private static TemplateDraft draft(TemplateKey key, String title, String body) {
        return new TemplateDraft(key, title.strip(), body.replace("\r\n", "\n").strip());
    }

    private static TemplateKey key(String code, String channel, String language) {
        MessageChannel way = Stream.of(MessageChannel.values())
                .filter(one -> one.slug().equals(channel))
                .findFirst()
                .orElseThrow(() -> Problem.absent("template.absent", code));
        return new TemplateKey(code, way, Locale.forLanguageTag(language));
    }
}
