package org.redress.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Comparator;
import org.redress.platform.text.Words;
import org.redress.platform.web.FormDrafts.Draft;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Keeps what is written into forms and shows one's own. Keeping twice what is the same is the same, so it uses up no key; to
 * discard does, so that what the window saves after that is nothing.
 */
@Controller
@RequestMapping(DraftPages.PATH)
class DraftPages {

    static final String PATH = "/drafts";

    private final WrittenDrafts drafts;
    private final FormKeys keys;
    private final Clock clock;

    DraftPages(WrittenDrafts drafts, FormKeys keys, Clock clock) {
        this.drafts = drafts;
        this.keys = keys;
        this.clock = clock;
    }

    /** What the reader has written everywhere and not sent, the latest first. */
    @GetMapping
    ModelAndView list(HttpServletRequest request) {
        Viewer writer = writer(request);
        return Page.of(
                "web/drafts",
                new DraftList(
                        drafts.of(writer).values().stream()
                                .sorted(Comparator.comparing(Draft::savedAt).reversed())
                                .map(DraftList.Line::of)
                                .toList(),
                        writer.zone()));
    }

    /** While one types. */
    @PostMapping(headers = "HX-Request")
    ModelAndView typing(HttpServletRequest request) {
        Viewer writer = writer(request);
        FormSent form = sent(request);
        WrittenDrafts.Standing standing = drafts.keep(writer, form);
        return Page.of(
                "component/kept",
                new KeptPart(standing.kept(), standing.behind(), form.page(), writer.zone(), clock.instant()));
    }

    /** Without scripts. */
    @PostMapping
    ModelAndView keep(HttpServletRequest request, Words words) {
        FormSent form = sent(request);
        Notice notice = switch (drafts.keep(writer(request), form).kept()) {
            case DraftKept.Kept kept -> Notice.done(words.text("draft.kept.here"));
            case DraftKept.Elsewhere other -> Notice.refused(words.text("draft.elsewhere"));
            case DraftKept.Empty nothing -> Notice.refused(words.text("draft.empty"));
            case DraftKept.Sent over -> Notice.refused(words.text("draft.sent"));
        };
        return Page.then(form.page(), notice);
    }

    @PostMapping("/discard")
    ModelAndView discard(HttpServletRequest request, Words words) {
        Viewer writer = writer(request);
        FormSent form = sent(request);
        String next = keys.once(writer.bureauNumber(), form.window().key(), () -> {
            drafts.clear(writer, form);
            return form.page();
        });
        return Page.then(
                next,
                drafts.elsewhere(writer, form) instanceof DraftKept.Elsewhere
                        ? Notice.refused(words.text("draft.elsewhere.stays"))
                        : Notice.done(words.text("draft.discarded")));
    }

    private static FormSent sent(HttpServletRequest request) {
        return FormSent.in(request).orElseThrow(() -> Problem.absent("form.draft.absent"));
    }

    private static Viewer writer(HttpServletRequest request) {
        Viewer writer = Principal.as(request, Viewer.class);
        if (writer == null) {
            throw Problem.absent("form.draft.absent");
        }
        return writer;
    }
}
