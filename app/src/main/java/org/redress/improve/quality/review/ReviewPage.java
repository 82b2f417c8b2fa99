package org.redress.improve.quality.review;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.redress.improve.quality.QualityNames.Named;
import org.redress.improve.quality.hot.HotId;
import org.redress.platform.text.Words;
import org.redress.platform.web.Attempt;
import org.redress.platform.web.Choice;

/**
 * One meeting with its pack.
 *
 * @param subjects the words of the hot subjects of the pack, as far as the reader may see them
 * @param lead whether the reader leads it
 * @param cards whether the reader may see every card
 */
public record ReviewPage(
        Review review,
        ReviewPack pack,
        Map<HotId, String> subjects,
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

    /** What a hot matter of the pack is about. */
    public String matter(Words words, ReviewPack.HotLine hot) {
        return hot.matter().text(words, subjects.getOrDefault(new HotId(hot.id()), ""));
    }
}
