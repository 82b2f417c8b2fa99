package org.redress.platform.web;

import gg.jte.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The inside of a form on a page, with what its reader has written and not sent.
 *
 * @param content the fields, filled
 * @param of the name under which it is kept; null where nothing is
 * @param sentences its fields in which one writes sentences, separated by commas
 * @param stand of what it is about
 * @param page on which it stands
 * @param seen the version of the draft that stands in it; 0 where there is none
 * @param kept what is said below it
 * @param saved what is saved where the draft says something else and was begun before
 */
public record WrittenForm(
        Content content,
        @Nullable String of,
        String sentences,
        String stand,
        String page,
        long seen,
        @Nullable KeptPart kept,
        List<String> saved) {

    static WrittenForm keepingNothing(Content content, String page) {
        return new WrittenForm(content, null, "", "", page, 0, null, List.of());
    }

    /** Whether what is written into it is kept. */
    public boolean keeps() {
        return of != null;
    }
}
