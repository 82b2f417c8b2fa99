package org.redress.improve.insight.cases;

import static org.redress.ground.party.Blackout.COVER;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers by which a person, a line, an account or a car is known. Dates, sums and speeds are none. */
final class Numbered {

    private static final String DATE =
            "(?:19|20)\\d{2}\\s?[-/.]\\s?\\d{1,2}\\s?[-/.]\\s?\\d{1,2}(?!\\d)(?:[ T]\\d{1,2}:\\d{2}(?::\\d{2})?)?";

    private static final Pattern A_DATE =
            Pattern.compile("\\s*" + DATE + "\\s*|\\s*\\d{1,2}[-/]\\d{1,2}[-/]\\d{2,4}\\s*");

    /** What says that a number or word after it is somebody's. */
    private static final String TELLING = "(?:" + list("telling") + "|vx|wechat|"
            + "\\b(?:id|account|acct|order|case|reference|ref|password|passcode|pin|ticket|confirmation|claim|invoice|badge"
            + "|employee|customer|member|tracking|passport|licen[cs]e|ssn|zip|postcode)\\b)";

    private static final Pattern ANY = Pattern.compile(
            // when somebody was born
            "(?<=(?:" + list("born") + "|born(?: on)?|dob)[\\s:" + list("is") + "]{0,3})[\\d" + list("date")
                    + "/.-]{6,11}"
                    // 1: stays as it is
                    + "|(" + DATE + ")"
                    // 2, 3: what is told before it, and the number or word itself
                    + "|(" + TELLING
                    + "(?:\\s*(?:number|no\\.?|num|code|#|" + list("between") + ")){0,3}[\\s\uff08(]*)"
                    + "((?=[\\w.-]*\\d)[A-Za-z0-9][\\w.-]{2,}|(?<=(?:" + list("secret")
                    + "|vx|wechat|password|passcode)[\\s:" + list("is") + "]{0,4})[A-Za-z][\\w.-]{2,})"
                    // number plate
                    + "|[" + list("plates") + "][A-HJ-NP-Z][·•\\s]?[A-HJ-NP-Z0-9]{5,6}(?![A-Za-z0-9])"
                    // figures, seven or more, however they are set apart; an identity card may end with X
                    + "|[+\uff0b]?[(\uff08]?\\d(?:[ \\-()\uff08\uff09\uff0d—.]{0,2}\\d){6,}[Xx]?"
                    + "|[" + list("figures") + "]{7,}"
                    // letters and five or more figures in one word
                    + "|(?<![A-Za-z0-9])(?=[A-Za-z0-9_]*[A-Za-z])(?:[A-Za-z_]*\\d){5,}\\w*(?![A-Za-z0-9])"
                    // a British postcode, an American one after its state
                    + "|\\b[A-Z]{1,2}\\d[A-Z\\d]?\\s\\d[A-Z]{2}\\b|(?<=\\b[A-Z]{2}\\s)\\d{5}(?:-\\d{4})?\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private Numbered() {}

    private static String list(String key) {
        return WordLists.PERSONAL.get("number." + key);
    }

    static boolean date(String text) {
        return A_DATE.matcher(text).matches();
    }

    static String over(String text) {
        return ANY.matcher(text).replaceAll(found -> {
            if (found.group(1) != null) {
                return Matcher.quoteReplacement(found.group(1));
            }
            return found.group(3) == null ? COVER : Matcher.quoteReplacement(found.group(2)) + COVER;
        });
    }
}
