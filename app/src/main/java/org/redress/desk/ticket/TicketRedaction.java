package org.redress.desk.ticket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.ground.attachment.Attachments;
import org.redress.ground.identity.Actor;
import org.redress.ground.notification.Messages;
import org.redress.ground.party.Blackout;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Redactable;
import org.redress.ground.search.Search;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Covers a customer's personal data in what stands written about their tickets, and in what was sent about them. */
@Component
class TicketRedaction implements Redactable {

    /** A table with texts: the column of its ticket, what tells its rows apart, and the texts. */
    private record Texts(String table, String ticket, String key, List<String> columns) {}

    private static final List<Texts> TEXTS = List.of(
            new Texts(
                    "ticket.ticket",
                    "id",
                    "id",
                    List.of(
                            "subject",
                            "description",
                            "place",
                            "state_reason",
                            "suggestion_reason",
                            "settlement",
                            "verdict_reason",
                            "without_answer",
                            "without_settlement")),
            new Texts("ticket.step", "ticket", "seq", List.of("why")),
            new Texts("ticket.note", "ticket", "id", List.of("text")),
            new Texts("ticket.answer", "ticket", "id", List.of("text")),
            new Texts("ticket.transfer", "ticket", "id", List.of("why", "said")));

    private final JdbcClient jdbc;
    private final TicketRows rows;
    private final Chronicle chronicle;
    private final Search search;
    private final Messages messages;
    private final Attachments attachments;

    TicketRedaction(
            JdbcClient jdbc,
            TicketRows rows,
            Chronicle chronicle,
            Search search,
            Messages messages,
            Attachments attachments) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.chronicle = chronicle;
        this.search = search;
        this.messages = messages;
        this.attachments = attachments;
    }

    @Override
    public Optional<String> hindrance(Actor actor, CustomerId customer) {
        boolean open = jdbc.sql("select exists (select from ticket.ticket where bureau = ? and customer = ? and open)")
                .params(actor.bureau().value(), customer.value())
                .query(Boolean.class)
                .single();
        return open ? Optional.of("customer.redact.open") : Optional.empty();
    }

    @Override
    public int redact(Actor actor, CustomerId customer, Blackout words) {
        List<UUID> tickets = jdbc.sql(
                        "select id from ticket.ticket where bureau = ? and customer = ? order by id for update")
                .params(actor.bureau().value(), customer.value())
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
        int covered = TEXTS.stream()
                .mapToInt(texts -> cover(actor, tickets, texts, words))
                .sum();
        covered += attachments.redact(actor, Reach.KIND, tickets, Blackout.COVER);
        covered += messages.redact(actor, Reach.KIND, tickets, words::over, Blackout.COVER);
        tickets.forEach(ticket -> tell(actor, new TicketId(ticket)));
        return covered;
    }

    private record Found(Object key, List<@Nullable String> texts) {}

    private int cover(Actor actor, Collection<UUID> tickets, Texts texts, Blackout words) {
        int bureau = actor.bureau().value();
        List<Found> found = jdbc.sql("select " + texts.key() + ", " + String.join(", ", texts.columns()) + " from "
                        + texts.table() + " where bureau = ? and " + texts.ticket() + " = any(?)")
                .params(bureau, tickets.toArray(UUID[]::new))
                .query((row, n) -> found(row, texts))
                .list();
        int covered = 0;
        for (Found one : found) {
            List<@Nullable Object> after = new ArrayList<>(one.texts().stream()
                    .map(text -> text == null ? null : words.over(text))
                    .toList());
            if (after.equals(one.texts())) {
                continue;
            }
            covered++;
            String sets =
                    texts.columns().stream().map(column -> column + " = ?").collect(Collectors.joining(", "));
            after.add(bureau);
            after.add(one.key());
            jdbc.sql("update " + texts.table() + " set " + sets + " where bureau = ? and " + texts.key() + " = ?")
                    .params(after)
                    .update();
        }
        return covered;
    }

    private static Found found(ResultSet row, Texts texts) throws SQLException {
        List<@Nullable String> values = new ArrayList<>();
        for (String column : texts.columns()) {
            values.add(row.getString(column));
        }
        return new Found(Objects.requireNonNull(row.getObject(texts.key())), values);
    }

    /** The ticket's history says that it was done, and it is found by what can still be read. */
    private void tell(Actor actor, TicketId id) {
        Ticket seen = rows.getAnyhow(actor, id);
        rows.write(actor, id, seen.version(), Change.columns("subject_key", Wording.key(seen.subject())));
        Ticket after = rows.getAnyhow(actor, id);
        chronicle.write(
                actor,
                Happening.of(after, "redact", null, null).touching(after.version(), Set.of(Happening.EVERYTHING)),
                after);
        search.index(
                actor.bureau(),
                List.of(Findable.document(
                        id.value(),
                        after.number(),
                        after.origin().externalNumber(),
                        after.subject(),
                        after.text(),
                        after.origin().place(),
                        null,
                        after.origin().receivedAt())));
    }
}
