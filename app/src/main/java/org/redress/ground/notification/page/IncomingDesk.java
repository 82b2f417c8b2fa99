package org.redress.ground.notification.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.notification.IncomingMails;
import org.redress.ground.notification.MailLine;
import org.redress.ground.notification.MailState;
import org.redress.ground.notification.Messages;
import org.redress.platform.text.Words;
import org.redress.platform.web.FormKeys;
import org.redress.platform.web.Notice;
import org.redress.platform.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page of mails that came in. */
@Controller
class IncomingDesk {

    private static final int SIZE = 50;
    private static final String IN = "/messages/in";

    private final IncomingMails mails;
    private final FormKeys keys;

    IncomingDesk(IncomingMails mails, FormKeys keys) {
        this.mails = mails;
        this.keys = keys;
    }

    @GetMapping(IN)
    ModelAndView list(Actor actor, @RequestParam(defaultValue = "") String state, @RequestParam @Nullable UUID below) {
        MailState shown = Stream.of(MailState.values())
                .filter(one -> slug(one).equals(state))
                .findFirst()
                .orElse(null);
        List<MailLine> found = mails.list(actor, shown, below, SIZE + 1);
        List<MailLine> lines = found.subList(0, Math.min(SIZE, found.size()));
        String next = found.size() > SIZE
                ? path(shown) + (shown == null ? "?" : "&") + "below="
                        + lines.getLast().id()
                : null;
        return Page.of(
                "message/in",
                new IncomingPage(
                        Tab.of(actor, Tab.IN),
                        filters(shown),
                        lines,
                        actor.zone(),
                        actor.may(Action.WRITE, Messages.KIND),
                        next));
    }

    @PostMapping(IN + "/{id}/retake")
    ModelAndView retake(Actor actor, Words words, @PathVariable UUID id, @RequestParam String formKey) {
        String next = keys.once(
                actor.bureau().value(), formKey, () -> mails.retake(actor, id) ? IN : path(MailState.WAITING));
        return Page.then(next, Notice.done(words.text(next.equals(IN) ? "mail.retaken" : "mail.waits")));
    }

    private static List<MessagesPage.Filter> filters(@Nullable MailState shown) {
        List<MessagesPage.Filter> filters = new ArrayList<>();
        filters.add(new MessagesPage.Filter("message.state.all", path(null), "", shown == null));
        for (MailState state : MailState.values()) {
            filters.add(new MessagesPage.Filter("mail.state." + state, path(state), "", state == shown));
        }
        return filters;
    }

    private static String path(@Nullable MailState state) {
        return state == null ? IN : IN + "?state=" + slug(state);
    }

    private static String slug(MailState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
