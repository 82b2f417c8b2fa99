package org.redress.ground.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.BureauId;
import org.redress.platform.text.Masked;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code notification.mail} and {@code notification.mailbox}. */
@Repository
class MailRows {

    static final String PAGE = """
            select * from notification.mail where bureau = :bureau and id < :below order by id desc limit :limit
            """;

    static final String PAGE_OF_STATE = """
            select * from notification.mail
             where bureau = :bureau and state = :state and id < :below order by id desc limit :limit
            """;

    static final String OF_SENDER = """
            select count(*) from notification.mail
             where bureau = :bureau and from_address = :from and arrived_at > :since
            """;

    /** What waits for a person, the oldest first. */
    static final String QUEUE = """
            select * from notification.mail
             where bureau = :bureau and state in ('WAITING', 'DEAD') and id > :above order by id limit :limit
            """;

    static final String OF_THREAD = """
            select id from notification.mail where bureau = :bureau and message_id = any(:thread) and state = 'TAKEN'
             order by array_position(:thread, message_id)
            """;

    private static final UUID TOP = new UUID(-1, -1);

    /** What is written down of a mail. */
    record Entry(UUID id, String messageId, String from, String subject, Instant at, MailNature nature) {}

    /** How a mail stands. */
    record Standing(
            MailState state,
            @Nullable MailFault fault,
            @Nullable String detail,
            byte @Nullable [] raw) {}

    private final JdbcClient jdbc;

    MailRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when this mail is there already. */
    boolean add(BureauId bureau, Entry entry, Standing standing) {
        return jdbc.sql("""
                        insert into notification.mail
                          (bureau, id, message_id, from_address, subject, arrived_at, state, nature, fault, detail, raw)
                        values (:bureau, :id, :messageId, :from, :subject, :at, :state, :nature, :fault, :detail, :raw)
                        on conflict (bureau, message_id) do nothing
                        """)
                        .param("bureau", bureau.value())
                        .param("id", entry.id())
                        .param("messageId", entry.messageId())
                        .param("from", entry.from())
                        .param("subject", entry.subject())
                        .param("at", Timestamp.from(entry.at()))
                        .param("nature", entry.nature().name())
                        .params(columns(standing))
                        .update()
                == 1;
    }

    void stand(BureauId bureau, UUID id, Standing standing) {
        jdbc.sql("""
                        update notification.mail set state = :state, fault = :fault, detail = :detail, raw = :raw
                         where bureau = :bureau and id = :id
                        """)
                .param("bureau", bureau.value())
                .param("id", id)
                .params(columns(standing))
                .update();
    }

    /** Handed on; whoever took it may have finished it already, and kept what was not placed. */
    void taken(BureauId bureau, UUID id) {
        jdbc.sql("""
                        update notification.mail set state = 'TAKEN', fault = null, detail = null, raw = null
                         where bureau = ? and id = ? and state <> 'TAKEN'
                        """).params(bureau.value(), id).update();
    }

    /** What waits for a person goes with it: there is nothing left to read. */
    List<UUID> redact(BureauId bureau, List<String> mailboxes, String cover) {
        return jdbc.sql("""
                        update notification.mail
                           set from_address = '', subject = :cover, detail = null, raw = null,
                               state = case when state = 'TAKEN' then state else 'IGNORED' end
                         where bureau = :bureau and from_address = any(:mailboxes)
                        returning id
                        """)
                .param("cover", cover)
                .param("bureau", bureau.value())
                .param(
                        "mailboxes",
                        mailboxes.stream()
                                .map(one -> one.toLowerCase(java.util.Locale.ROOT))
                                .toArray(String[]::new))
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    private static java.util.Map<String, @Nullable Object> columns(Standing standing) {
        java.util.Map<String, @Nullable Object> columns = new java.util.HashMap<>();
        columns.put("state", standing.state().name());
        columns.put("fault", standing.fault() == null ? null : standing.fault().name());
        columns.put("detail", standing.detail());
        columns.put("raw", standing.raw());
        return columns;
    }

    int ofSender(BureauId bureau, String from, Instant since) {
        return jdbc.sql(OF_SENDER)
                .param("bureau", bureau.value())
                .param("from", from)
                .param("since", Timestamp.from(since))
                .query(Integer.class)
                .single();
    }

    List<MailLine> list(BureauId bureau, @Nullable MailState state, @Nullable UUID below, int limit) {
        return jdbc.sql(state == null ? PAGE : PAGE_OF_STATE)
                .param("bureau", bureau.value())
                .param("state", state == null ? "" : state.name())
                .param("below", below == null ? TOP : below)
                .param("limit", limit)
                .query(MailRows::line)
                .list();
    }

    Optional<MailLine> find(BureauId bureau, UUID id) {
        return jdbc.sql("select * from notification.mail where bureau = ? and id = ?")
                .params(bureau.value(), id)
                .query(MailRows::line)
                .optional();
    }

    /** The bytes of a mail and when it came. */
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    record Kept(byte[] raw, Instant arrivedAt) {}

    /** A mail that was kept whole and handed to nobody, locked against a second hand. */
    Optional<Kept> kept(BureauId bureau, UUID id) {
        return jdbc.sql("""
                        select raw, arrived_at from notification.mail
                         where bureau = ? and id = ? and state <> 'TAKEN' and raw is not null for update
                        """)
                .params(bureau.value(), id)
                .query((row, n) -> new Kept(row.getBytes(1), row.getTimestamp(2).toInstant()))
                .optional();
    }

    /**
     * A mail that waits for a person.
     *
     * @param raw null where it was too large to be fetched
     */
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    record Waiting(Entry entry, @Nullable MailFault fault, byte @Nullable [] raw) {}

    /** One that waits, to be read. */
    Optional<Waiting> waiting(BureauId bureau, UUID id) {
        return waiting(bureau, id, "");
    }

    /** One that waits, locked against a second hand. */
    Optional<Waiting> held(BureauId bureau, UUID id) {
        return waiting(bureau, id, " for update");
    }

    private Optional<Waiting> waiting(BureauId bureau, UUID id, String lock) {
        return jdbc.sql("select * from notification.mail where bureau = ? and id = ? and state in ('WAITING', 'DEAD')"
                        + lock)
                .params(bureau.value(), id)
                .query((row, n) -> {
                    String fault = row.getString("fault");
                    return new Waiting(
                            new Entry(
                                    id,
                                    row.getString("message_id"),
                                    row.getString("from_address"),
                                    row.getString("subject"),
                                    row.getTimestamp("arrived_at").toInstant(),
                                    MailNature.valueOf(row.getString("nature"))),
                            fault == null ? null : MailFault.valueOf(fault),
                            row.getBytes("raw"));
                })
                .optional();
    }

    /** The bytes of one that was taken and kept all the same. */
    Optional<byte[]> original(BureauId bureau, UUID id) {
        return jdbc.sql(
                        "select raw from notification.mail where bureau = ? and id = ? and state = 'TAKEN' and raw is not null")
                .params(bureau.value(), id)
                .query((row, n) -> row.getBytes(1))
                .optional();
    }

    boolean waitsFrom(BureauId bureau, List<String> mailboxes) {
        return jdbc.sql("""
                        select exists (select from notification.mail
                                        where bureau = ? and from_address = any(?) and state in ('WAITING', 'DEAD'))
                        """)
                .params(
                        bureau.value(),
                        mailboxes.stream()
                                .map(one -> one.toLowerCase(java.util.Locale.ROOT))
                                .toArray(String[]::new))
                .query(Boolean.class)
                .single();
    }

    List<MailLine> queue(BureauId bureau, @Nullable UUID above, int limit) {
        return jdbc.sql(QUEUE)
                .param("bureau", bureau.value())
                .param("above", above == null ? new UUID(0, 0) : above)
                .param("limit", limit)
                .query(MailRows::line)
                .list();
    }

    List<MailLine> waiting(BureauId bureau, Collection<UUID> ids) {
        return jdbc.sql("""
                        select * from notification.mail
                         where bureau = ? and id = any(?) and state in ('WAITING', 'DEAD')
                        """)
                .params(bureau.value(), ids.toArray(UUID[]::new))
                .query(MailRows::line)
                .list();
    }

    /** Those of which something became, in the order of these Message-IDs. */
    List<UUID> ofThread(BureauId bureau, List<String> messageIds) {
        return jdbc.sql(OF_THREAD)
                .param("bureau", bureau.value())
                .param("thread", messageIds.toArray(String[]::new))
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    /** How many wait for a person; the count ends at {@code most}. */
    int waiting(BureauId bureau, int most) {
        return jdbc.sql("""
                        select count(*) from (select from notification.mail
                          where bureau = ? and state in ('WAITING', 'DEAD') limit ?) few
                        """).params(bureau.value(), most).query(Integer.class).single();
    }

    /** The last number that was read in this state of the mailbox; 0 at the beginning. */
    long lastRead(BureauId bureau, String mailbox, long validity) {
        return jdbc.sql("select last_uid from notification.mailbox where bureau = ? and name = ? and validity = ?")
                .params(bureau.value(), mailbox, validity)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    void read(BureauId bureau, String mailbox, long validity, long uid) {
        jdbc.sql("""
                        insert into notification.mailbox (bureau, name, validity, last_uid) values (?, ?, ?, ?)
                        on conflict (bureau, name) do update set validity = excluded.validity, last_uid = excluded.last_uid
                        """).params(bureau.value(), mailbox, validity, uid).update();
    }

    private static MailLine line(ResultSet row, int n) throws SQLException {
        String fault = row.getString("fault");
        return new MailLine(
                row.getObject("id", UUID.class),
                Masked.email(row.getString("from_address")),
                row.getString("subject"),
                row.getTimestamp("arrived_at").toInstant(),
                MailState.valueOf(row.getString("state")),
                MailNature.valueOf(row.getString("nature")),
                fault == null ? null : MailFault.valueOf(fault),
                row.getString("detail"));
    }
}
