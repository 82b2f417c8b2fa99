package org.redress.ground.notification.page;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.ground.notification.InboxEntry;

/**
 * What one member of staff has been told.
 *
 * @param next path of the next page, or null
 */
public record InboxPage(
        List<Tab> tabs,
        List<InboxEntry> entries,
        boolean unreadOnly,
        ZoneId zone,
        @Nullable String next) {

    public boolean anyUnread() {
        return entries.stream().anyMatch(InboxEntry::unread);
    }
}
