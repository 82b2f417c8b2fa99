package org.redress.ground.notification.page;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.ground.notification.MessageLine;
import org.redress.ground.notification.MessageState;

/**
 * The list of messages out.
 *
 * @param state which are shown, or null for all
 * @param next path of the next page, or null
 */
public record MessagesPage(
        List<Tab> tabs,
        List<Filter> filters,
        @Nullable MessageState state,
        List<MessageLine> lines,
        ZoneId zone,
        @Nullable String next) {

    /** A list to choose; {@code count} is empty where nobody counts. */
    public record Filter(String key, String href, String count, boolean current) {}
}
