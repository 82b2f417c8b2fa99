package org.redress.desk.outlet;

import java.math.BigDecimal;
import org.redress.platform.web.Problem;

/**
 * What a promise is to say.
 *
 * @param target in percent, more than 0 and at most 100, with at most one decimal
 */
public record PromiseDraft(String titleZh, String titleEn, String wordsZh, String wordsEn, BigDecimal target) {

    private static final int LONGEST_TITLE = 80;
    private static final int LONGEST = 600;
    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    /** Without white space around it; a 422 problem that names the field where it cannot be taken. */
    PromiseDraft checked() {
        BigDecimal share = target.stripTrailingZeros();
        if (share.signum() <= 0 || share.compareTo(ALL) > 0 || share.scale() > 1) {
            throw Problem.invalid("promise.target", "target");
        }
        return new PromiseDraft(
                text(titleZh, "titleZh", LONGEST_TITLE),
                text(titleEn, "titleEn", LONGEST_TITLE),
                text(wordsZh, "wordsZh", LONGEST),
                text(wordsEn, "wordsEn", LONGEST),
                share);
    }

    static String text(String given, String field, int longest) {
        String text = given.replace("\r\n", "\n")
                .replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "")
                .strip();
        if (text.isEmpty()) {
            throw Problem.invalid("promise.missing", field);
        }
        if (text.length() > longest) {
            throw Problem.invalid("promise.long", field, longest);
        }
        return text;
    }
}
