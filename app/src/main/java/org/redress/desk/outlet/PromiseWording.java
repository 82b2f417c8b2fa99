package org.redress.desk.outlet;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import org.redress.ground.identity.StaffId;
import org.redress.platform.text.Words;

/**
 * One version of what is promised. Never changed: other words or another target are another version.
 *
 * @param seq counts from 1
 * @param from the first month for which it holds
 * @param target share to be kept, in percent, with one decimal
 */
public record PromiseWording(
        int seq,
        YearMonth from,
        String titleZh,
        String titleEn,
        String wordsZh,
        String wordsEn,
        BigDecimal target,
        StaffId by,
        Instant at) {

    public String title(Words words) {
        return words.chinese() ? titleZh : titleEn;
    }

    public String text(Words words) {
        return words.chinese() ? wordsZh : wordsEn;
    }

    public String target(Words words) {
        return words.text("promise.percent", target);
    }
}
