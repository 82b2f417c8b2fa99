package org.redress.improve.insight;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.platform.text.Words;
import org.redress.platform.web.FormKeys;
import org.redress.platform.web.Notice;
import org.redress.platform.web.Page;
import org.redress.platform.web.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The tree of causes, and the cause of a ticket. */
@Controller
class CauseController {

    private static final String TREE = "/causes/tree";

    private final Causes causes;
    private final Findings findings;
    private final FormKeys keys;

    CauseController(Causes causes, Findings findings, FormKeys keys) {
        this.causes = causes;
        this.findings = findings;
        this.keys = keys;
    }

    @PostMapping("/tickets/{ticket}/cause")
    ModelAndView name(
            Actor actor,
            Words words,
            @PathVariable UUID ticket,
            @RequestParam String formKey,
            @RequestParam(defaultValue = "") String cause,
            @RequestParam(defaultValue = "") String note) {
        String next = keys.once(actor.bureau().value(), formKey, () -> {
            findings.name(actor, new TicketId(ticket), id(cause), note);
            return "/tickets/" + ticket;
        });
        return Page.then(next, Notice.done(words.text("cause.done")));
    }

    @GetMapping(TREE)
    ModelAndView tree(Actor actor, @RequestParam(required = false) @Nullable UUID edit) {
        List<Cause> tree = causes.tree(actor);
        Cause chosen = tree.stream()
                .filter(cause -> cause.id().value().equals(edit))
                .findFirst()
                .orElse(null);
        return Page.of("insight/causes", new CauseTreePage(tree, chosen, actor.may(Action.MANAGE, Causes.KIND)));
    }

    @PostMapping(TREE)
    ModelAndView add(
            Actor actor,
            Words words,
            @RequestParam String formKey,
            @RequestParam(defaultValue = "") String parent,
            @RequestParam String nameZh,
            @RequestParam String nameEn) {
        String next = keys.once(
                actor.bureau().value(),
                formKey,
                () -> at(causes.add(actor, parent.isEmpty() ? null : id(parent), nameZh, nameEn)));
        return Page.then(next, Notice.done(words.text("cause.added")));
    }

    @PostMapping(TREE + "/{id}/{deed:rename|retire|restore|up|down}")
    ModelAndView change(
            Actor actor,
            Words words,
            @PathVariable UUID id,
            @PathVariable String deed,
            @RequestParam String formKey,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String nameZh,
            @RequestParam(defaultValue = "") String nameEn) {
        CauseId cause = new CauseId(id);
        String next = keys.once(actor.bureau().value(), formKey, () -> {
            switch (deed) {
                case "rename" -> causes.rename(actor, cause, version, nameZh, nameEn);
                case "retire" -> causes.retire(actor, cause, version);
                case "restore" -> causes.restore(actor, cause, version);
                default -> causes.move(actor, cause, version, deed.equals("up"));
            }
            return at(cause);
        });
        return Page.then(next, Notice.done(words.text("cause.changed." + deed)));
    }

    private static String at(CauseId cause) {
        return TREE + "?edit=" + cause.value();
    }

    private static CauseId id(String text) {
        try {
            return new CauseId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("cause.choose", "cause");
        }
    }
}
