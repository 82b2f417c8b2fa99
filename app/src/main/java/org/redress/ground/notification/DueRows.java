package org.redress.ground.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.BureauId;
import org.redress.platform.jobs.Outbox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Table {@code notification.message}, as the delivery uses it. */
@Repository
class DueRows {

    /**
     * One message, taken for this process: it becomes due again when the lease ends, should nothing more be heard of it.
     */
    static final String CLAIM = """
            update notification.message set due_at = :lease
             where (bureau, id) = (select bureau, id from notification.message
                                    where bureau = :bureau and channel = :channel and state in ('WAITING', 'HELD')
                                      and due_at <= :now
                                    order by due_at, id limit 1 for update skip locked)
            returning *
            """;

    /**
     * A message that is due.
     *
     * @param wording its words, if it has been tried before
     */
    record Due(
            BureauId bureau,
            MessageId id,
            TemplateKey template,
            About about,
            String address,
            boolean urgent,
            Map<String, String> parameters,
            int tries,
            @Nullable Wording wording) {

        Outgoing outgoing(Wording words) {
            return new Outgoing(
                    bureau, id, template.channel(), address, template.language(), about.mark(), about.link(), words);
        }
    }

    private final JdbcClient jdbc;
    private final Outbox outbox;

    DueRows(JdbcClient jdbc, Outbox outbox) {
        this.jdbc = jdbc;
        this.outbox = outbox;
    }

    Optional<Due> claim(BureauId bureau, MessageChannel channel, Instant now, Instant lease) {
        return jdbc.sql(CLAIM)
                .param("bureau", bureau.value())
                .param("channel", channel.name())
                .param("now", Timestamp.from(now))
                .param("lease", Timestamp.from(lease))
                .query(this::due)
                .optional();
    }

    void hold(Due due, Instant until) {
        change(due, "state = 'HELD', due_at = :at", Map.of("at", Timestamp.from(until)));
    }

    void word(Due due, int version, Wording words) {
        change(
                due,
                "template_version = :version, title = :title, body = :body",
                Map.of("version", version, "title", words.title(), "body", words.body()));
    }

    void sent(Due due, Instant now) {
        change(
                due,
                "state = 'SENT', tries = tries + 1, sent_at = :at, due_at = :at, fault = null, detail = null",
                Map.of("at", Timestamp.from(now)));
    }

    void later(Due due, Instant at, DeliveryFailure failure) {
        change(
                due,
                "state = 'WAITING', tries = tries + 1, due_at = :at, fault = :fault, detail = :detail",
                Map.of("at", Timestamp.from(at), "fault", failure.fault().name(), "detail", failure.detail()));
    }

    /** Gives a message up; in a transaction. */
    void dead(Due due, DeliveryFailure failure) {
        boolean given = change(
                due,
                "state = 'DEAD', tries = tries + 1, fault = :fault, detail = :detail",
                Map.of("fault", failure.fault().name(), "detail", failure.detail()));
        if (given) {
            tell(due);
        }
    }

    /** The addressee's system sent back what a gateway had taken, in a transaction; where there is no such message, nothing. */
    void bounced(BureauId bureau, MessageId id, String detail) {
        jdbc.sql("""
                        update notification.message set state = 'DEAD', fault = 'BOUNCED', detail = ?
                         where bureau = ? and id = ? and state = 'SENT'
                        returning *
                        """)
                .params(detail, bureau.value(), id.value())
                .query(this::due)
                .optional()
                .ifPresent(this::tell);
    }

    private void tell(Due due) {
        MessageChannel channel = due.template().channel();
        if (channel.toCustomers()) {
            outbox.add(
                    due.bureau().value(),
                    Undelivered.TOPIC,
                    new Undelivered(
                                    due.id().value(),
                                    due.about().kind(),
                                    due.about().id(),
                                    due.template().code(),
                                    channel,
                                    false)
                            .json());
        }
    }

    private boolean change(Due due, String assignments, Map<String, Object> parameters) {
        return jdbc.sql("update notification.message set " + assignments
                                + " where bureau = :bureau and id = :id and state in ('WAITING', 'HELD')")
                        .param("bureau", due.bureau().value())
                        .param("id", due.id().value())
                        .params(parameters)
                        .update()
                == 1;
    }

    private Due due(ResultSet row, int n) throws SQLException {
        String body = row.getString("body");
        return new Due(
                new BureauId(row.getInt("bureau")),
                new MessageId(row.getObject("id", UUID.class)),
                new TemplateKey(
                        row.getString("code"),
                        MessageChannel.valueOf(row.getString("channel")),
                        Locale.forLanguageTag(row.getString("language"))),
                new About(
                        row.getString("subject_kind"),
                        row.getObject("subject", UUID.class),
                        row.getString("mark"),
                        row.getString("link")),
                row.getString("address"),
                row.getBoolean("urgent"),
                JsonMapper.shared().readValue(row.getString("parameters"), new TypeReference<Map<String, String>>() {}),
                row.getInt("tries"),
                body == null ? null : new Wording(row.getString("title"), body));
    }
}
