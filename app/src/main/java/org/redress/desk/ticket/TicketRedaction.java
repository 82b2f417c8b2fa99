package org.redress.desk.ticket;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.redress.ground.attachment.Attachments;
import org.redress.ground.commitment.ClockWords;
import org.redress.ground.identity.Actor;
import org.redress.ground.notification.Messages;
import org.redress.ground.party.Blackout;
import org.redress.ground.party.CoveredTexts;
import org.redress.ground.party.CoveredTexts.Table;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Redactable;
import org.redress.ground.search.Search;
import org.redress.platform.web.FormDrafts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Covers a customer's personal data in what stands written about their tickets, and in what was sent about them. What is not sent is thrown away. */
@Component
class TicketRedaction implements Redactable {

    private static final List<String> OF_TICKET = List.of(
            "subject",
            "description",
            "place",
            "state_reason",
            "suggestion_reason",
            "kind_evidence",
            "attribution_evidence",
            "settlement",
            "verdict_reason",
            "without_answer",
            "without_settlement",
            "without_control");

    private static final List<Table> TABLES = List.of(
            new Table("ticket.ticket", "id", List.of("id"), OF_TICKET),
            new Table("ticket.step", "ticket", List.of("ticket", "seq"), List.of("why")),
            new Table("ticket.note", "ticket", List.of("ticket", "id"), List.of("text")),
            new Table("ticket.answer", "ticket", List.of("ticket", "id"), List.of("text")),
            new Table("ticket.transfer", "ticket", List.of("id"), List.of("why", "said")));

    private final JdbcClient jdbc;
    private final TicketRows rows;
    private final Chronicle chronicle;
    private final CoveredTexts texts;
    private final Search search;
    private final Messages messages;
    private final ClockWords clocks;
    private final Attachments attachments;
    private final FormDrafts drafts;

    TicketRedaction(
            JdbcClient jdbc,
            TicketRows rows,
            Chronicle chronicle,
            CoveredTexts texts,
            Search search,
            Messages messages,
            ClockWords clocks,
            Attachments attachments,
            FormDrafts drafts) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.chronicle = chronicle;
        this.texts = texts;
        this.search = search;
        this.messages = messages;
        this.clocks = clocks;
        this.attachments = attachments;
        this.drafts = drafts;
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
        int covered = TABLES.stream()
                .mapToInt(table -> texts.cover(actor.bureau(), table, tickets, words))
                .sum();
        covered += drafts.removeAbout(actor.bureau().value(), tickets);
        covered += attachments.redact(actor, Reach.KIND, tickets, Blackout.COVER);
        covered += messages.redact(actor, Reach.KIND, tickets, words::over, Blackout.COVER);
        covered += clocks.redact(actor, ReplyClocks.KIND, tickets, words);
        tickets.forEach(ticket -> tell(actor, new TicketId(ticket)));
        return covered;
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
