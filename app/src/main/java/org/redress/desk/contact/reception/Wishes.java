package org.redress.desk.contact.reception;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.redress.desk.ticket.TicketKind;

/** What a contact can become, in the order of its keys. */
public final class Wishes {

    /**
     * One of them.
     *
     * @param value as it is sent
     * @param text its key in the message files
     * @param key figure that takes it together with Alt
     */
    public record Wish(String value, String text, String icon, String key) {}

    private static final List<Wish> ALL = Stream.concat(
                    IntStream.range(0, TicketKind.values().length).mapToObj(i -> of(TicketKind.values()[i], i + 1)),
                    Stream.of(new Wish(
                            Reception.ANSWERED,
                            "contact.new.answered",
                            "check",
                            Integer.toString(TicketKind.values().length + 1))))
            .toList();

    private Wishes() {}

    public static List<Wish> all() {
        return ALL;
    }

    private static Wish of(TicketKind kind, int key) {
        String icon = switch (kind) {
            case COMPLAINT -> "message";
            case FAULT -> "tool";
            case BILL_DISPUTE -> "file-text";
            case ENQUIRY -> "help-circle";
            case SUGGESTION -> "pencil";
            case PRAISE -> "mood-smile";
        };
        return new Wish(kind.name(), "ticket.kind." + kind.name(), icon, Integer.toString(key));
    }
}
