package org.redress.improve.insight.cases;

import static org.redress.ground.party.Blackout.COVER;

import java.util.regex.Pattern;

/** Ways on the net by which a person is reached. */
final class Reached {

    private static final Pattern ANY = Pattern.compile(
            // A mail address, also as people write it against harvesters.
            "[\\w.+-]+\\s*(?:@|＠|[\\[(（]\\s*at\\s*[\\])）]|艾特)\\s*[\\w-]+(?:\\s*(?:\\.|[\\[(（]\\s*dot\\s*[\\])）])\\s*[\\w-]+)+"
                    + "|(?:https?://|www\\.)[^\\s\\p{IsHan}，。；、]+"
                    + "|(?<![\\d.])\\d{1,3}(?:\\.\\d{1,3}){3}(?![\\d.])"
                    + "|(?<![\\w@])@[A-Za-z]\\w{2,}",
            Pattern.CASE_INSENSITIVE);

    private Reached() {}

    static String over(String text) {
        return ANY.matcher(text).replaceAll(COVER);
    }
}
