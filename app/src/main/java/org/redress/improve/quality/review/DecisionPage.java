package org.redress.improve.quality.review;

import java.time.LocalDate;
import java.time.ZoneId;
import org.redress.improve.quality.QualityNames.Named;
import org.redress.platform.web.Attempt;

/**
 * One decision.
 *
 * @param report whether the reader may say what came of it
 * @param drop whether the reader may drop it
 * @param meeting whether the reader may see the meeting
 */
public record DecisionPage(
        Decision decision,
        boolean report,
        boolean drop,
        boolean meeting,
        Attempt attempted,
        Named named,
        LocalDate today,
        ZoneId zone) {}
