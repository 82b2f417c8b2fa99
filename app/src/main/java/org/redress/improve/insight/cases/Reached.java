package org.redress.improve.insight.cases;

import static org.redress.ground.party.Blackout.COVER;

import java.util.regex.Pattern;

/** Ways on the net by which a person is reached. */
final class Reached {

    private static final Pattern ANY = Pattern.compile(
            // A mail address, also as people write it against harvesters.
            "[\\w.+-]+\\s*(?:@|\uff20|[\\[(\uff08]\\s*at\\s*[\\])\uff09]|" + list("at")
                    + ")\\s*[\\w-]+(?:\\s*(?:\\.|[\\[(\uff08]\\s*dot\\s*[\\])\uff09])\\s*[\\w-]+)+"
                    + "|(?:https?://|www\\.)[^\\s\\p{IsHan}" + list("end") + "]+"
                    + "|(?<![\\d.])\\d{1,3}(?:\\.\\d{1,3}){3}(?![\\d.])"
                    + "|(?<![\\w@])@[A-Za-z]\\w{2,}",
            Pattern.CASE_INSENSITIVE);

    private Reached() {}

    private static String list(String key) {
        return WordLists.PERSONAL.get("reach." + key);
    }

    static String over(String text) {
        return ANY.matcher(text).replaceAll(COVER);
    }
}
