package org.redress.improve.quality.hot;

import java.time.ZoneId;
import org.redress.improve.quality.QualityNames.Named;
import org.redress.platform.web.Attempt;
import org.redress.platform.web.Sparkline;

/**
 * One hot matter with the tickets behind it.
 *
 * @param said the words of its subject, see {@link Matter#text}
 * @param write whether the reader may say something to it
 */
public record HotPage(
        HotMatter matter,
        String said,
        Sparkline course,
        HotMatters.Tickets tickets,
        boolean write,
        Attempt attempted,
        Named named,
        ZoneId zone) {}
