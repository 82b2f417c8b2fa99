package org.redress.platform.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** What the reader has written everywhere and not sent. */
public record DraftList(List<Line> lines, ZoneId zone) {

    /**
     * One of them.
     *
     * @param page on which it was written
     * @param name of its form
     */
    public record Line(String page, String name, long version, Instant savedAt, String words) {

        static Line of(FormDrafts.Draft draft) {
            return new Line(
                    LocalPath.orStart(draft.typed().get(FormSent.PAGE)),
                    draft.form(),
                    draft.version(),
                    draft.savedAt(),
                    FormSent.sentences(draft.typed()));
        }
    }
}
