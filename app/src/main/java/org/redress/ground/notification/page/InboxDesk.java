package org.redress.ground.notification.page;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Actor;
import org.redress.ground.notification.Inbox;
import org.redress.ground.notification.InboxEntry;
import org.redress.platform.web.FormKeys;
import org.redress.platform.web.Page;
import org.redress.platform.web.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The pages behind the bell. */
@Controller
class InboxDesk {

    private static final int SIZE = 50;
    private static final String MINE = "/messages/mine";

    private final Inbox inbox;
    private final FormKeys keys;

    InboxDesk(Inbox inbox, FormKeys keys) {
        this.inbox = inbox;
        this.keys = keys;
    }

    @GetMapping(MINE)
    ModelAndView mine(Actor actor, @RequestParam(defaultValue = "") String show, @RequestParam @Nullable UUID below) {
        boolean unreadOnly = show.equals("unread");
        List<InboxEntry> found = inbox.list(actor, unreadOnly, below, SIZE + 1);
        List<InboxEntry> entries = found.subList(0, Math.min(SIZE, found.size()));
        String next = found.size() > SIZE
                ? MINE + "?below=" + entries.getLast().id() + (unreadOnly ? "&show=unread" : "")
                : null;
        return Page.of("message/mine", new InboxPage(Tab.of(actor, Tab.MINE), entries, unreadOnly, actor.zone(), next));
    }

    @PostMapping(MINE + "/{id}/open")
    ModelAndView open(Actor actor, @PathVariable UUID id, @RequestParam String formKey) {
        return Page.then(keys.once(
                actor.bureau().value(),
                formKey,
                () -> inbox.open(actor, id).orElseThrow(() -> Problem.absent("message.absent"))));
    }

    @PostMapping(MINE + "/{id}/unread")
    ModelAndView unread(Actor actor, @PathVariable UUID id, @RequestParam String formKey) {
        return Page.then(keys.once(actor.bureau().value(), formKey, () -> {
            inbox.keepUnread(actor, id);
            return MINE;
        }));
    }

    @PostMapping(MINE + "/read")
    ModelAndView readAll(Actor actor, @RequestParam UUID upTo, @RequestParam String formKey) {
        return Page.then(keys.once(actor.bureau().value(), formKey, () -> {
            inbox.readAll(actor, upTo);
            return MINE;
        }));
    }
}
