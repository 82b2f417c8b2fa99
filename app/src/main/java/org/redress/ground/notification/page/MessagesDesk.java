package org.redress.ground.notification.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.notification.Letter;
import org.redress.ground.notification.MessageId;
import org.redress.ground.notification.MessageLine;
import org.redress.ground.notification.MessageState;
import org.redress.ground.notification.MessageStory;
import org.redress.ground.notification.Messages;
import org.redress.ground.notification.Outgoing;
import org.redress.ground.notification.gateway.LetterSheet;
import org.redress.platform.text.Words;
import org.redress.platform.web.FormKeys;
import org.redress.platform.web.Notice;
import org.redress.platform.web.Page;
import org.redress.platform.web.Problem;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The pages of messages out. */
@Controller
class MessagesDesk {

    private static final int SIZE = 50;
    private static final int MOST = 1000;
    private static final String LETTERS = "letters";
    private static final String LETTERS_PATH = "/messages?state=" + LETTERS;

    private final Messages messages;
    private final LetterSheet sheet;
    private final FormKeys keys;

    MessagesDesk(Messages messages, LetterSheet sheet, FormKeys keys) {
        this.messages = messages;
        this.sheet = sheet;
        this.keys = keys;
    }

    @GetMapping("/messages")
    ModelAndView list(
            Actor actor,
            Words words,
            @RequestParam(defaultValue = "") String state,
            @RequestParam @Nullable UUID below) {
        MessageState shown = Stream.of(MessageState.values())
                .filter(one -> slug(one).equals(state))
                .findFirst()
                .orElse(null);
        boolean letters = state.equals(LETTERS);
        List<MessageLine> found =
                letters ? messages.letters(actor, below, SIZE + 1) : messages.list(actor, shown, below, SIZE + 1);
        List<MessageLine> lines = found.subList(0, Math.min(SIZE, found.size()));
        String here = letters ? LETTERS_PATH : path(shown);
        String next = found.size() > SIZE
                ? here + (here.contains("?") ? "&" : "?") + "below="
                        + lines.getLast().id().value()
                : null;
        return Page.of(
                "message/list",
                new MessagesPage(
                        Tab.of(actor, Tab.OUT),
                        filters(actor, words, shown, letters),
                        shown,
                        lines,
                        actor.zone(),
                        next));
    }

    private List<MessagesPage.Filter> filters(Actor actor, Words words, @Nullable MessageState shown, boolean letters) {
        Map<MessageState, Integer> tallies = messages.tallies(actor, MOST);
        List<MessagesPage.Filter> filters = new ArrayList<>();
        filters.add(new MessagesPage.Filter("message.state.all", path(null), "", shown == null && !letters));
        for (MessageState state : MessageState.values()) {
            Integer tally = tallies.get(state);
            String count = tally == null ? "" : words.number(tally) + (tally < MOST ? "" : "+");
            filters.add(new MessagesPage.Filter("message.state." + state, path(state), count, state == shown));
        }
        filters.add(new MessagesPage.Filter("message.letters", LETTERS_PATH, "", letters));
        return filters;
    }

    private static String path(@Nullable MessageState state) {
        return state == null ? "/messages" : "/messages?state=" + slug(state);
    }

    private static String slug(MessageState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    @GetMapping("/messages/{id}")
    ModelAndView message(Actor actor, @PathVariable UUID id) {
        MessageStory story =
                messages.find(actor, new MessageId(id)).orElseThrow(() -> Problem.absent("message.absent"));
        boolean resend = story.line().state() == MessageState.DEAD && actor.may(Action.WRITE, Messages.KIND);
        return Page.of("message/message", new MessagePage(Tab.of(actor, Tab.OUT), story, actor.zone(), resend));
    }

    @GetMapping("/messages/{id}/letter.pdf")
    ResponseEntity<byte[]> letter(Actor actor, @PathVariable UUID id) throws IOException {
        Letter letter = messages.letter(actor, new MessageId(id));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        sheet.write(letter.words(), letter.sentAt(), out);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name(letter.words()) + ".pdf", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(out.toByteArray());
    }

    private static String name(Outgoing letter) {
        return letter.mark().isEmpty() ? letter.id().value().toString() : letter.mark();
    }

    @PostMapping("/messages/{id}/resend")
    ModelAndView resend(Actor actor, Words words, @PathVariable UUID id, @RequestParam String formKey) {
        String next = keys.once(actor.bureau().value(), formKey, () -> {
            messages.resend(actor, new MessageId(id));
            return "/messages/" + id;
        });
        return Page.then(next, Notice.done(words.text("message.resent")));
    }
}
