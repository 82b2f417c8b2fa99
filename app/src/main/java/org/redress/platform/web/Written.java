package org.redress.platform.web;

import gg.jte.Content;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.platform.web.FormDrafts.Draft;

/** What the reader of a page has written into forms and not sent; asked for once, by the first form that keeps any. */
public final class Written {

    private final @Nullable WrittenDrafts drafts;
    private final @Nullable Viewer reader;
    private final String page;
    private final @Nullable FormSent returned;
    private final Instant now;

    private @Nullable Map<String, Draft> standing;

    private Written(
            @Nullable WrittenDrafts drafts,
            @Nullable Viewer reader,
            String page,
            @Nullable FormSent returned,
            Instant now) {
        this.drafts = drafts;
        this.reader = reader;
        this.page = page;
        this.returned = returned;
        this.now = now;
    }

    /** For a page of which nothing is kept. */
    static Written nothing() {
        return new Written(null, null, "/", null, Instant.EPOCH);
    }

    static Written of(WrittenDrafts drafts, Viewer reader, String page, HttpServletRequest request) {
        String at = "POST".equals(request.getMethod()) ? FormSent.page(request) : page;
        return new Written(drafts, reader, at, FormSent.in(request).orElse(null), drafts.now());
    }

    /**
     * A form on the page.
     *
     * @param name under which it is kept
     * @param lines whether it is kept where it asks for no more than lines
     */
    WrittenForm in(String name, boolean lines, Content content) {
        StringOutput out = new StringOutput();
        content.writeTo(new OwaspHtmlTemplateOutput(out));
        DrawnForm form = new DrawnForm(out.toString(), lines);
        List<String> sentences = form.sentences();
        if (reader == null || sentences.isEmpty()) {
            return WrittenForm.keepingNothing(raw(form.html()), page);
        }
        FormSent sent = cameBack(name);
        return sent == null
                ? filled(reader, name, form, standing().get(name))
                : again(reader, sent, form, standing().get(sent.of()));
    }

    /** A form that came back goes by the name under which it was sent, whatever has been chosen in it. */
    private @Nullable FormSent cameBack(String name) {
        return returned != null && WrittenDrafts.path(returned.of()).equals(WrittenDrafts.path(name)) ? returned : null;
    }

    /** Whether something stands under a name that waits to be sent. */
    boolean begun(String name) {
        return reader != null && standing().containsKey(name);
    }

    private WrittenForm filled(Viewer reader, String name, DrawnForm form, @Nullable Draft draft) {
        if (draft == null) {
            return form(name, form, form.html(), form.stand(), 0, part(reader, null, false), List.of());
        }
        if (form.returned() && !form.holds(draft.typed())) {
            return form(name, form, form.html(), form.stand(), 0, elsewhere(reader, draft), List.of());
        }
        String stand = form.returned() ? begun(draft, form.stand()) : form.stand();
        boolean behind = behind(draft, stand);
        return form(
                name,
                form,
                form.with(draft.typed(), behind),
                stand,
                draft.version(),
                part(reader, new DraftKept.Kept(draft.savedAt()), behind),
                behind ? form.savedBeside(draft.typed()) : List.of());
    }

    /** A form that came back holds what was typed, whatever another window has kept. */
    private WrittenForm again(Viewer reader, FormSent sent, DrawnForm form, @Nullable Draft draft) {
        if (draft == null) {
            return form(sent.of(), form, form.html(), sent.stand(), 0, part(reader, null, false), List.of());
        }
        if (!sent.shows(draft)) {
            return form(sent.of(), form, form.html(), sent.stand(), 0, elsewhere(reader, draft), List.of());
        }
        return form(
                sent.of(),
                form,
                form.html(),
                sent.stand(),
                draft.version(),
                part(reader, new DraftKept.Kept(draft.savedAt()), behind(draft, sent.stand())),
                List.of());
    }

    private WrittenForm form(
            String name, DrawnForm form, String content, String stand, long seen, KeptPart kept, List<String> saved) {
        return new WrittenForm(raw(content), name, String.join(",", form.sentences()), stand, page, seen, kept, saved);
    }

    private KeptPart elsewhere(Viewer reader, Draft draft) {
        return part(reader, new DraftKept.Elsewhere(draft.savedAt()), false);
    }

    private KeptPart part(Viewer reader, @Nullable DraftKept kept, boolean behind) {
        return new KeptPart(kept, behind, page, reader.zone(), now);
    }

    private static boolean behind(Draft draft, String stand) {
        return !begun(draft, stand).equals(stand);
    }

    private static String begun(Draft draft, String otherwise) {
        return draft.typed().getOrDefault(FormSent.STAND, otherwise);
    }

    private Map<String, Draft> standing() {
        if (standing == null) {
            standing = drafts == null || reader == null ? Map.of() : drafts.of(reader);
        }
        return standing;
    }

    private static Content raw(String html) {
        return output -> output.writeContent(html);
    }
}
