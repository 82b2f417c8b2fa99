package org.redress.improve.quality.review;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.redress.improve.quality.QualityNames.Named;
import org.redress.platform.web.Attempt;
import org.redress.platform.web.Choice;

/**
 * One meeting with its pack.
 *
 * @param lead whether the reader leads it
 * @param cards whether the reader may see every card
 */
public record ReviewPage(
        Review review,
        ReviewPack pack,
        List<Line> figures,
        List<Decision> decisions,
        boolean lead,
        boolean cards,
        boolean over,
        List<Choice> owners,
        Named named,
        Attempt attempted,
        LocalDate today,
        ZoneId zone) {

    /** A figure of the week beside that of the week before, in words. */
    public record Line(String name, String week, String before) {}
}
