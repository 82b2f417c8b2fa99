package org.redress.desk.recovery.voice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.desk.contact.ContactId;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.StaffId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code recovery.voice}. */
@Repository
class VoiceRows {

    static final String OF_TICKET = """
            select * from recovery.voice
             where bureau = :bureau and ticket = :ticket order by asked_at desc, id desc limit :limit""";

    private final JdbcClient jdbc;

    VoiceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(BureauId bureau, Voice one) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("bureau", bureau.value());
        row.put("id", one.id().value());
        row.put("ticket", one.ticket().value());
        row.put("said", one.said().name());
        row.put("words", one.words());
        row.put("contact", one.from() == null ? null : one.from().value());
        row.put("by", one.askedBy().value());
        row.put("at", one.askedAt().atOffset(ZoneOffset.UTC));
        jdbc.sql("""
                        insert into recovery.voice (bureau, id, ticket, said, words, contact, asked_by, asked_at)
                        values (:bureau, :id, :ticket, :said, :words, :contact, :by, :at)
                        """).params(row).update();
    }

    /** The latest first. */
    List<Voice> of(BureauId bureau, TicketId ticket, int limit) {
        return jdbc.sql(OF_TICKET)
                .param("bureau", bureau.value())
                .param("ticket", ticket.value())
                .param("limit", limit)
                .query((row, n) -> voice(row))
                .list();
    }

    private static Voice voice(ResultSet row) throws SQLException {
        UUID contact = row.getObject("contact", UUID.class);
        return new Voice(
                new VoiceId(row.getObject("id", UUID.class)),
                new TicketId(row.getObject("ticket", UUID.class)),
                Said.valueOf(row.getString("said")),
                row.getString("words"),
                contact == null ? null : new ContactId(contact),
                new StaffId(row.getObject("asked_by", UUID.class)),
                row.getObject("asked_at", OffsetDateTime.class).toInstant());
    }
}
