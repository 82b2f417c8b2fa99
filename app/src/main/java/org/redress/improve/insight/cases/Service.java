package org.redress.improve.insight.cases;

import java.util.Locale;
import java.util.regex.Pattern;

/** The service that a customer speaks of, read from the words. Text by key {@code case.service.NAME}. */
public enum Service {
    TELEVISION,
    BROADBAND,
    MOBILE,
    FIXED,
    OTHER;

    private final Pattern words;

    Service() {
        words = Pattern.compile(WordLists.SERVICES.get(name()));
    }

    /** The one whose words stand first; what is said first is what it is about. */
    static Service of(String subject, String said) {
        String text = (subject + "\n" + said).toLowerCase(Locale.ROOT);
        Service first = OTHER;
        int at = Integer.MAX_VALUE;
        for (Service one : values()) {
            var found = one.words.matcher(text);
            if (found.find() && found.start() < at) {
                first = one;
                at = found.start();
            }
        }
        return first;
    }
}
