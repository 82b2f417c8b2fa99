package org.redress.desk.contact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.UnitId;
import org.redress.ground.party.CustomerId;
import org.redress.platform.database.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Contacts in the database, one at a time. */
@Component
class ContactRows {

    /** By their ids as a list, so that however the ticket's are guessed no others are read in the order of all. */
    static final String OF_TICKET = """
            select * from contact.contact c
             where c.bureau = :bureau
               and c.id = any(array(select id from contact.contact where bureau = :bureau and ticket = :ticket
                                    union select id from contact.contact where bureau = :bureau and earlier = :ticket
                                    union select id from contact.contact where bureau = :bureau and named = :ticket))
             order by c.recorded_at desc, c.id desc limit :limit
            """;

    private final JdbcClient jdbc;

    ContactRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Two who record one draft stand in line until the transaction of the first has ended. */
    void hold(BureauId bureau, ContactId id) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, ?))")
                .params("contact." + id.value(), (long) bureau.value())
                .query((row, n) -> 0)
                .list();
    }

    Optional<Contact> find(BureauId bureau, ContactId id) {
        return jdbc.sql("select * from contact.contact c where c.bureau = ? and c.id = ?")
                .params(bureau.value(), id.value())
                .query(ContactRows::contact)
                .optional();
    }

    List<Contact> of(BureauId bureau, Collection<UUID> ids) {
        return jdbc.sql("select * from contact.contact c where c.bureau = ? and c.id = any(?)")
                .params(bureau.value(), ids.toArray(UUID[]::new))
                .query(ContactRows::contact)
                .list();
    }

    void add(BureauId bureau, Contact one) {
        jdbc.sql("""
                        insert into contact.contact (bureau, id, channel, customer, mood, words, taken_by, unit, spoken_at,
                                                     recorded_at, took_ms, outcome, answer, ticket, earlier, named)
                        values (:bureau, :id, :channel, :customer, :mood, :words, :takenBy, :unit, :spokenAt,
                                :recordedAt, :took, :outcome, :answer, :ticket, :earlier, :named)
                        """)
                .param("bureau", bureau.value())
                .param("id", one.id().value())
                .param("channel", one.channel().name())
                .param(
                        "customer",
                        one.customer() == null ? null : one.customer().value())
                .param("mood", one.mood().name())
                .param("words", one.words())
                .param("takenBy", one.takenBy().value())
                .param("unit", one.unit().value())
                .param("spokenAt", Moments.at(one.spokenAt()))
                .param("recordedAt", Moments.at(one.recordedAt()))
                .param("took", one.took() == null ? null : (int) one.took().toMillis())
                .param("outcome", one.outcome().name())
                .param("answer", one.answer())
                .param("ticket", value(one.matter().ticket()))
                .param("earlier", value(one.matter().earlier()))
                .param("named", value(one.matter().named()))
                .update();
    }

    /**
     * Writes the yes or no to a contact that waits for one.
     *
     * @return whether it still did
     */
    boolean decide(
            BureauId bureau, ContactId id, Outcome outcome, @Nullable TicketId ticket, Contact.Decision decision) {
        return jdbc.sql("""
                        update contact.contact
                           set outcome = :outcome, ticket = :ticket, decided_by = :by, decided_at = :at, why = :why,
                               version = version + 1
                         where bureau = :bureau and id = :id and outcome = 'WAITING'
                        """)
                        .param("outcome", outcome.name())
                        .param("ticket", value(ticket))
                        .param("by", decision.by().value())
                        .param("at", Moments.at(decision.at()))
                        .param("why", decision.why())
                        .param("bureau", bureau.value())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /** Writes down a mood that nobody had seen. */
    void see(BureauId bureau, ContactId id, Mood mood) {
        jdbc.sql("""
                        update contact.contact set mood = ?, version = version + 1
                         where bureau = ? and id = ? and mood = 'UNKNOWN'
                        """).params(mood.name(), bureau.value(), id.value()).update();
    }

    /** Whether what a customer said about a ticket after its end still waits for a yes or no. */
    boolean waits(BureauId bureau, TicketId ticket) {
        return jdbc.sql("""
                        select exists (select from contact.contact
                                        where bureau = :bureau and earlier = :ticket and outcome = 'WAITING')
                            or exists (select from contact.contact
                                        where bureau = :bureau and named = :ticket and outcome = 'WAITING')
                        """)
                .param("bureau", bureau.value())
                .param("ticket", ticket.value())
                .query(Boolean.class)
                .single();
    }

    /** Those of a customer. */
    List<UUID> ofCustomer(BureauId bureau, CustomerId customer) {
        return jdbc.sql("select id from contact.contact where bureau = ? and customer = ?")
                .params(bureau.value(), customer.value())
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Those that have to do with a ticket, the latest first. */
    List<Contact> ofTicket(BureauId bureau, TicketId ticket, int limit) {
        return jdbc.sql(OF_TICKET)
                .param("bureau", bureau.value())
                .param("ticket", ticket.value())
                .param("limit", limit)
                .query(ContactRows::contact)
                .list();
    }

    private static @Nullable UUID value(@Nullable TicketId ticket) {
        return ticket == null ? null : ticket.value();
    }

    static Contact contact(ResultSet row, int n) throws SQLException {
        UUID customer = row.getObject("customer", UUID.class);
        Integer took = row.getObject("took_ms", Integer.class);
        return new Contact(
                new ContactId(row.getObject("id", UUID.class)),
                row.getInt("version"),
                Channel.valueOf(row.getString("channel")),
                customer == null ? null : new CustomerId(customer),
                Mood.valueOf(row.getString("mood")),
                row.getString("words"),
                new StaffId(row.getObject("taken_by", UUID.class)),
                new UnitId(row.getObject("unit", UUID.class)),
                Moments.get(row, "spoken_at"),
                Moments.get(row, "recorded_at"),
                took == null ? null : Duration.ofMillis(took),
                Outcome.valueOf(row.getString("outcome")),
                row.getString("answer"),
                new Contact.Matter(ticket(row, "ticket"), ticket(row, "earlier"), ticket(row, "named")),
                decision(row));
    }

    private static Contact.@Nullable Decision decision(ResultSet row) throws SQLException {
        UUID by = row.getObject("decided_by", UUID.class);
        return by == null
                ? null
                : new Contact.Decision(new StaffId(by), Moments.get(row, "decided_at"), row.getString("why"));
    }

    private static @Nullable TicketId ticket(ResultSet row, String column) throws SQLException {
        UUID id = row.getObject(column, UUID.class);
        return id == null ? null : new TicketId(id);
    }
}
