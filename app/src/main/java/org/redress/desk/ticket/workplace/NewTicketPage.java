package org.redress.desk.ticket.workplace;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.TicketKind;
import org.redress.platform.text.Words;
import org.redress.platform.web.Choice;

/**
 * The form of a new ticket.
 *
 * @param faults what is wrong, by field; empty for a fresh form
 * @param latest the latest moment that can be told, as the browser writes it
 */
public record NewTicketPage(NewTicketForm form, Map<String, String> faults, String latest) {

    public @Nullable String fault(String field) {
        return faults.get(field);
    }

    public static List<Choice> kinds(Words words) {
        return Arrays.stream(TicketKind.values())
                .map(kind -> new Choice(kind.name(), words.text("ticket.kind." + kind.name())))
                .toList();
    }

    public static List<Choice> channels(Words words) {
        return Arrays.stream(Channel.values())
                .map(channel -> new Choice(channel.name(), words.text("ticket.channel." + channel.name())))
                .toList();
    }
}
