package org.redress.desk.ticket.workplace;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.Channel;

/** What was said and what happened, the oldest first; times in words. */
public record Talk(List<Line> lines) {

    /** One line of it. */
    public sealed interface Line {}

    /** What the customer said; {@code who} is null for somebody unknown. */
    public record Said(@Nullable String who, Channel channel, String at, String text) implements Line {}

    /** What was answered. */
    public record Answer(String who, @Nullable String post, Channel channel, String at, String text) implements Line {}

    /** For colleagues only. */
    public record Note(String who, String unit, String at, String text) implements Line {}

    /**
     * Something that happened.
     *
     * @param what text by {@code ticket.history.WHAT}
     * @param detail failure type, other ticket or person that it is about, in words; or null
     * @param why in the words of the person, or null
     */
    public record Event(
            String what,
            String icon,
            String who,
            @Nullable String detail,
            @Nullable String why,
            String at) implements Line {}

    /** What happened, without what was said. */
    public List<Event> events() {
        return lines.stream()
                .filter(Event.class::isInstance)
                .map(Event.class::cast)
                .toList();
    }
}
