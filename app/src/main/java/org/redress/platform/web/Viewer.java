package org.redress.platform.web;

import java.time.ZoneId;
import java.util.UUID;
import org.redress.platform.text.Words;

/** What the shell of a page must know of the person who looks at it; the signed-in principal is one. */
public interface Viewer {

    /** The number of the bureau that this person works for. */
    int bureauNumber();

    /** Which person of the bureau this is. */
    UUID staffId();

    /** Where this person's days begin and end. */
    ZoneId zone();

    /** The name as colleagues write it. */
    String displayName();

    /** One or two characters for the round mark. */
    String initials();

    /** The bureau that this person works for, in the language of the page. */
    String bureauName(Words words);
}
