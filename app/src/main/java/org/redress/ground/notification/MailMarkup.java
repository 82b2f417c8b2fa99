package org.redress.ground.notification;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** Takes the markup off a mail. Every step goes once over the text, however it was made up to be slow. */
final class MailMarkup {

    /** The only character whose lower case is two: places found in the one text would not be those in the other. */
    private static final char LONGER_IN_LOWER_CASE = '\u0130';

    private static final Pattern BREAK = Pattern.compile("(?i)<br\\s?/?>|</(?:p|div|tr|li|h\\d)>");
    private static final Pattern TAG = Pattern.compile("<[^<>]*+>");
    private static final Pattern BLANK = Pattern.compile("\\s++");

    /** What begins something that nobody reads, and what ends it. */
    private record Hidden(String begin, String end) {}

    private static final List<Hidden> HIDDEN = List.of(
            new Hidden("<!--", "-->"),
            new Hidden("<script", "</script>"),
            new Hidden("<style", "</style>"),
            new Hidden("<head>", "</head>"));

    private MailMarkup() {}

    /** The words of a page, with a line for each of its blocks. */
    static String words(String html) {
        String visible = html.replace(LONGER_IN_LOWER_CASE, 'I');
        for (Hidden hidden : HIDDEN) {
            visible = without(visible, hidden);
        }
        String lines = BREAK.matcher(BLANK.matcher(visible).replaceAll(" ")).replaceAll("\n");
        return HtmlUtils.htmlUnescape(TAG.matcher(lines).replaceAll(""));
    }

    private static String without(String html, Hidden hidden) {
        String lower = html.toLowerCase(Locale.ROOT);
        StringBuilder kept = new StringBuilder();
        int from = 0;
        for (int begin = lower.indexOf(hidden.begin()); begin >= 0; begin = lower.indexOf(hidden.begin(), from)) {
            kept.append(html, from, begin);
            int end = lower.indexOf(hidden.end(), begin);
            from = end < 0 ? html.length() : end + hidden.end().length();
        }
        return kept.append(html, from, html.length()).toString();
    }

    /** No blanks at the ends of lines, no more than one empty line in a row. */
    static String tidied(String text) {
        StringBuilder tidy = new StringBuilder();
        int empty = 0;
        for (String line : text.lines().toList()) {
            String words = line.stripTrailing();
            empty = words.isBlank() ? empty + 1 : 0;
            if (empty < 2) {
                tidy.append(words).append('\n');
            }
        }
        return tidy.toString().strip();
    }
}
