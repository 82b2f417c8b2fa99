package org.redress.improve.quality.card;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.improve.quality.QualityNames.Named;

/**
 * Cards that the reader may see.
 *
 * @param filter null on the page of complaints that may bring one
 * @param next where the next page begins, or null
 */
public record CardListPage(
        @Nullable CardFilter filter,
        List<QualityCard> rows,
        List<Due> due,
        boolean propose,
        Named named,
        @Nullable String next,
        java.time.ZoneId zone) {

    /** An upheld complaint that may bring a card. */
    public record Due(CardDue card, String number, String subject) {}
}
