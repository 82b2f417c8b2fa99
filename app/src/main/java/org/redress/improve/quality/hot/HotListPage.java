package org.redress.improve.quality.hot;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.ground.rulebook.Rule;
import org.redress.improve.quality.QualityNames.Named;
import org.redress.platform.web.Sparkline;

/**
 * Hot matters, or those that were.
 *
 * @param rules the numbers by which they are found today
 * @param next where the next page begins, or null
 */
public record HotListPage(
        boolean cooled,
        List<Row> rows,
        List<Rule> rules,
        Named named,
        @Nullable String next,
        ZoneId zone) {

    /**
     * A matter with its course.
     *
     * @param said the words of its subject, see {@link Matter#text}
     */
    public record Row(HotMatter matter, String said, Sparkline course) {}
}
