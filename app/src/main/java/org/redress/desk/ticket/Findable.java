package org.redress.desk.ticket;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.ground.search.SearchDocument;

/** What a ticket can be found by: its numbers, what the customer said, where, and who. */
final class Findable {

    private Findable() {}

    static SearchDocument document(
            UUID id,
            TicketNumber number,
            @Nullable String externalNumber,
            String subject,
            String text,
            @Nullable String place,
            @Nullable String customerName,
            Instant receivedAt) {
        return new SearchDocument(
                Reach.KIND,
                id,
                receivedAt,
                Stream.of(number.toString(), externalNumber, subject, text, place, customerName)
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining("\n")));
    }
}
