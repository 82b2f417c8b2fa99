package org.redress.desk.contact.reception;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.ground.notification.MailLine;

/**
 * Mails that wait for a person.
 *
 * @param next address of the next page, or null
 */
public record MailListPage(List<Line> lines, @Nullable String next, ZoneId zone) {

    /**
     * One of them.
     *
     * @param holder who has it in hand, or null
     * @param due by when somebody is to have seen to it, or null
     * @param late whether that is over
     */
    public record Line(
            MailLine mail,
            @Nullable String holder,
            @Nullable Instant due,
            boolean late) {}
}
