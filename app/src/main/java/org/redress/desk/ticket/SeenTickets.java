package org.redress.desk.ticket;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tickets in the versions that somebody saw, as a form carries them. */
public record SeenTickets(Map<TicketId, Integer> versions) {

    private static final Pattern ONE = Pattern.compile("([0-9a-f-]{36}):(\\d{1,9})");

    public SeenTickets {
        versions = Map.copyOf(versions);
    }

    static SeenTickets of(Collection<Ticket> tickets) {
        return new SeenTickets(tickets.stream().collect(Collectors.toMap(Ticket::id, Ticket::version)));
    }

    /** What of the text can be read; what cannot was not seen. */
    public static SeenTickets parse(String text) {
        Map<TicketId, Integer> versions = new HashMap<>();
        Matcher one = ONE.matcher(text);
        while (one.find()) {
            versions.put(new TicketId(UUID.fromString(one.group(1))), Integer.valueOf(one.group(2)));
        }
        return new SeenTickets(versions);
    }

    @Nullable
    Integer version(Ticket ticket) {
        return versions.get(ticket.id());
    }

    public String text() {
        return versions.entrySet().stream()
                .map(one -> one.getKey().value() + ":" + one.getValue())
                .collect(Collectors.joining(" "));
    }
}
