package org.redress.improve.insight.cases;

import static org.redress.ground.party.Blackout.COVER;

import java.util.regex.Pattern;

/** Where somebody lives, below the road or the village: house, block, staircase, flat. */
final class Doors {

    private static final String NUMBER =
            "(?:[A-Za-z]?[\\d\uff10-\uff19]{1,5}[A-Za-z]?|[" + list("numerals") + "]{1,4})";

    /** After a road or a village a plain number is a house. */
    private static final String HOUSE = "(?<=[" + list("road") + "])\\s*" + list("ordinal") + "?" + NUMBER + "\\s*(?:"
            + list("house") + ")(?!" + list("nohouse") + ")";

    private static final String PART = list("ordinal") + "?(?:" + NUMBER + "|[A-Za-z" + list("letters") + "])\\s*(?:"
            + list("part") + ")(?!" + list("nopart") + ")";

    private static final String REST = "(?:[\\s," + list("between") + "-]*(?:\\d{1,3}-\\d{2,4}|" + PART + "|" + NUMBER
            + "\\s*(?:" + list("rest") + ")|\\d{2,4}(?!\\d|[" + list("measure") + "MmGg.]))){0,5}";

    private static final Pattern CHINESE = Pattern.compile("(?:" + HOUSE + "|" + PART + "|(?<=[\\p{IsHan}])[A-Z]"
            + list("tower") + ")" + REST + "|(?<![\\d-])\\d{1,3}-\\d{1,3}-\\d{2,4}(?![\\d-])");

    private static final Pattern ENGLISH = Pattern.compile(
            "\\b\\d{1,6}\\s+(?!(?i:days?|hours?|weeks?|months?|minutes?|years?|times?|miles?|people|houses?|techs?|of|on|in|to)\\b)"
                    + "(?:[NSEWnsew]\\.?\\s+)?(?:[A-Za-z][\\w'.-]*\\s+){1,3}?"
                    + "(?i:st|street|ave|avenue|rd|road|dr|drive|ln|lane|blvd|boulevard|ct|court|way|pl|place|ter|terrace"
                    + "|cir|circle|hwy|highway|pkwy|parkway|close|crescent|square|sq)\\b\\.?"
                    + "(?:,?\\s*(?:(?i:apt|apartment|unit|suite|ste|flat|room)\\s*\\.?|#)\\s*\\w+)?"
                    + "|\\b(?i:apt|apartment|unit|suite|ste|flat|room)\\s*\\.?\\s*#?\\s*(?:\\d+\\w*|[A-Z]\\d*)\\b"
                    + "|\\b(?i:p\\.?\\s?o\\.?\\s+box)\\s+\\w+");

    private Doors() {}

    private static String list(String key) {
        return WordLists.PERSONAL.get("door." + key);
    }

    static String over(String text) {
        return ENGLISH.matcher(CHINESE.matcher(text).replaceAll(COVER)).replaceAll(COVER);
    }

    /** Down to the road or the village, never to a door. */
    static String place(String given) {
        int cover = over(given).indexOf(COVER);
        String level = cover < 0 ? given : given.substring(0, cover);
        return level.strip();
    }
}
