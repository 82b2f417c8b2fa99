package org.redress.desk.ticket;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.redress.platform.text.Words;

/** The columns of an exported list, in order. Heading by key {@code ticket.export.NAME}. */
enum ExportColumn {
    NUMBER((card, words, zone) -> card.number().toString()),
    KIND((card, words, zone) -> words.text("ticket.kind." + card.kind())),
    STATE((card, words, zone) -> words.text("ticket.state." + card.state())),
    SUBJECT((card, words, zone) -> card.subject()),
    CUSTOMER((card, words, zone) -> card.customerName()),
    PHONE((card, words, zone) -> card.customerPhone()),
    RESPONSIBLE((card, words, zone) -> card.responsibleName()),
    CHANNEL((card, words, zone) -> words.text("ticket.channel." + card.channel())),
    PLACE((card, words, zone) -> card.place()),
    POSTAL_CODE((card, words, zone) -> card.postalCode()),
    TYPE((card, words, zone) -> type(card.type(), words)),
    SUGGESTED_TYPE((card, words, zone) -> type(card.suggestedType(), words)),
    RECEIVED((card, words, zone) -> time(card.receivedAt(), zone)),
    DUE((card, words, zone) -> time(card.dueAt(), zone)),
    ANSWERED((card, words, zone) -> time(card.answeredAt(), zone)),
    RESOLVED((card, words, zone) -> time(card.resolvedAt(), zone)),
    CLOSED((card, words, zone) -> time(card.closedAt(), zone)),
    SOURCE((card, words, zone) -> card.source()),
    EXTERNAL_NUMBER((card, words, zone) -> card.externalNumber());

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private interface Cell {
        @Nullable
        String of(TicketCard card, Words words, ZoneId zone);
    }

    private final Cell cell;

    ExportColumn(Cell cell) {
        this.cell = cell;
    }

    String heading(Words words) {
        return words.text("ticket.export." + name());
    }

    /** Empty where the ticket has nothing there. */
    String text(TicketCard card, Words words, ZoneId zone) {
        String text = cell.of(card, words, zone);
        return text == null ? "" : text;
    }

    private static @Nullable String type(@Nullable String code, Words words) {
        String key = "failure.type." + code;
        return code == null || !words.has(key) ? code : words.text(key);
    }

    private static @Nullable String time(@Nullable Instant moment, ZoneId zone) {
        return moment == null ? null : TIME.format(moment.atZone(zone));
    }
}
