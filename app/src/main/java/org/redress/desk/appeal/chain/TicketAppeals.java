package org.redress.desk.appeal.chain;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.redress.desk.appeal.AppealNames.Named;
import org.redress.platform.text.Words;

/** The appeals of a ticket as its page shows them. */
public record TicketAppeals(List<AppealShown> appeals, Named named, Instant now, ZoneId zone) {

    public List<ChainStep> chain(AppealShown one, Words words) {
        return ChainStep.of(one.appeal(), one.history(), one.clocks(), now, words);
    }
}
