package org.redress.ground.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.StaffId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Table {@code notification.message}, as senders and readers use it. */
@Repository
class MessageRows {

    static final String PAGE = """
            select * from notification.message
             where bureau = :bureau and id < :below order by id desc limit :limit
            """;

    static final String PAGE_OF_STATE = """
            select * from notification.message
             where bureau = :bureau and state = :state and id < :below order by id desc limit :limit
            """;

    static final String LETTERS = """
            select * from notification.message
             where bureau = :bureau and channel = 'LETTER' and state = 'SENT' and id < :below order by id desc limit :limit
            """;

    /** Of a message from before its customer was kept with it nobody knows that it is not theirs. */
    static final String WITHHOLD = """
            update notification.message set state = 'WITHHELD'
             where bureau = :bureau and channel = :channel and address = :address and state in ('WAITING', 'HELD')
               and (customer = :customer or customer is null)
            returning id, subject_kind, subject, code
            """;

    static final String LOST = """
            select exists (select from notification.message
                            where bureau = :bureau and subject_kind = :kind and subject = :subject
                              and channel <> 'IN_APP' and state in ('DEAD', 'WITHHELD'))
            """;

    static final String UNREAD = """
            select exists (select from notification.message m
                             left join notification.inbox i on i.bureau = m.bureau and i.staff = :reader and i.id = m.id
                            where m.bureau = :bureau and m.subject_kind = :kind and m.subject = :subject and m.code = :code
                              and m.channel = 'IN_APP' and m.address = :reader::text and i.read_at is null
                              and (i.id is not null or m.state in ('WAITING', 'HELD')))
            """;

    /** Behind every id. */
    private static final UUID TOP = new UUID(-1, -1);

    private final JdbcClient jdbc;

    MessageRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when there is one with this key. */
    boolean add(Actor actor, MessageId id, Message message, MessageState state, Instant now) {
        About about = message.about();
        return jdbc.sql("""
                        insert into notification.message
                          (bureau, id, subject_kind, subject, occasion, mark, link, code, channel, language, address,
                           urgent, parameters, made_by, made_at, state, due_at, customer)
                        values
                          (:bureau, :id, :kind, :subject, :occasion, :mark, :link, :code, :channel, :language, :address,
                           :urgent, :parameters::jsonb, :by, :now, :state, :now, :customer)
                        on conflict (bureau, subject_kind, subject, occasion) do nothing
                        """)
                        .param("bureau", actor.bureau().value())
                        .param("id", id.value())
                        .param("kind", about.kind())
                        .param("subject", about.id())
                        .param("occasion", message.occasion())
                        .param("mark", about.mark())
                        .param("link", about.link())
                        .param("code", message.code())
                        .param("channel", message.channel().name())
                        .param("language", message.language().toLanguageTag())
                        .param("address", message.recipient().address())
                        .param("urgent", message.urgent())
                        .param("parameters", JsonMapper.shared().writeValueAsString(message.parameters()))
                        .param("by", actor.staff().value())
                        .param("now", Timestamp.from(now))
                        .param("state", state.name())
                        .param("customer", message.recipient().customer())
                        .update()
                == 1;
    }

    MessageId byKey(Actor actor, Message message) {
        return jdbc.sql("""
                        select id from notification.message
                         where bureau = ? and subject_kind = ? and subject = ? and occasion = ?
                        """)
                .params(
                        actor.bureau().value(),
                        message.about().kind(),
                        message.about().id(),
                        message.occasion())
                .query((row, n) -> new MessageId(row.getObject(1, UUID.class)))
                .single();
    }

    List<MessageLine> list(BureauId bureau, @Nullable MessageState state, @Nullable UUID below, int limit) {
        return jdbc.sql(state == null ? PAGE : PAGE_OF_STATE)
                .param("bureau", bureau.value())
                .param("state", state == null ? "" : state.name())
                .param("below", below == null ? TOP : below)
                .param("limit", limit)
                .query(MessageRows::line)
                .list();
    }

    List<MessageLine> letters(BureauId bureau, @Nullable UUID below, int limit) {
        return jdbc.sql(LETTERS)
                .param("bureau", bureau.value())
                .param("below", below == null ? TOP : below)
                .param("limit", limit)
                .query(MessageRows::line)
                .list();
    }

    Map<MessageState, Integer> tallies(BureauId bureau, int most) {
        Map<MessageState, Integer> tallies = new EnumMap<>(MessageState.class);
        for (MessageState state : List.of(MessageState.WAITING, MessageState.HELD, MessageState.DEAD)) {
            int count = jdbc.sql("""
                            select count(*) from (select from notification.message
                              where bureau = ? and state = ? limit ?) few
                            """)
                    .params(bureau.value(), state.name(), most)
                    .query(Integer.class)
                    .single();
            tallies.put(state, count);
        }
        return tallies;
    }

    Optional<MessageLine> find(BureauId bureau, MessageId id) {
        return jdbc.sql("select * from notification.message where bureau = ? and id = ?")
                .params(bureau.value(), id.value())
                .query(MessageRows::line)
                .optional();
    }

    Optional<Messages.Addressed> addressed(BureauId bureau, MessageId id) {
        return jdbc.sql("select subject_kind, subject, address from notification.message where bureau = ? and id = ?")
                .params(bureau.value(), id.value())
                .query((row, n) ->
                        new Messages.Addressed(row.getString(1), row.getObject(2, UUID.class), row.getString(3)))
                .optional();
    }

    Optional<Wording> wording(BureauId bureau, MessageId id) {
        return jdbc.sql("select title, body from notification.message where bureau = ? and id = ? and body is not null")
                .params(bureau.value(), id.value())
                .query((row, n) -> new Wording(row.getString(1), row.getString(2)))
                .optional();
    }

    List<Undelivered> withhold(BureauId bureau, MessageChannel channel, String address, UUID customer) {
        return jdbc.sql(WITHHOLD)
                .param("bureau", bureau.value())
                .param("channel", channel.name())
                .param("address", address)
                .param("customer", customer)
                .query((row, n) -> new Undelivered(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getObject(3, UUID.class),
                        row.getString(4),
                        channel,
                        true))
                .list();
    }

    /** False when it is not dead. */
    boolean revive(BureauId bureau, MessageId id, Instant now) {
        return jdbc.sql("""
                        update notification.message
                           set state = 'WAITING', due_at = ?, tries = 0, fault = null, detail = null
                         where bureau = ? and id = ? and state = 'DEAD'
                        """)
                        .params(Timestamp.from(now), bureau.value(), id.value())
                        .update()
                == 1;
    }

    boolean lost(BureauId bureau, String kind, UUID subject) {
        return jdbc.sql(LOST)
                .param("bureau", bureau.value())
                .param("kind", kind)
                .param("subject", subject)
                .query(Boolean.class)
                .single();
    }

    boolean lost(BureauId bureau, MessageId id) {
        return jdbc.sql("""
                        select exists (select from notification.message
                                        where bureau = ? and id = ? and channel <> 'IN_APP' and state in ('DEAD', 'WITHHELD'))
                        """)
                .params(bureau.value(), id.value())
                .query(Boolean.class)
                .single();
    }

    boolean unread(BureauId bureau, StaffId reader, String kind, UUID subject, String code) {
        return jdbc.sql(UNREAD)
                .param("bureau", bureau.value())
                .param("reader", reader.value())
                .param("kind", kind)
                .param("subject", subject)
                .param("code", code)
                .query(Boolean.class)
                .single();
    }

    private static MessageLine line(ResultSet row, int n) throws SQLException {
        MessageChannel channel = MessageChannel.valueOf(row.getString("channel"));
        String fault = row.getString("fault");
        Timestamp sent = row.getTimestamp("sent_at");
        return new MessageLine(
                new MessageId(row.getObject("id", UUID.class)),
                new About(
                        row.getString("subject_kind"),
                        row.getObject("subject", UUID.class),
                        row.getString("mark"),
                        row.getString("link")),
                row.getString("code"),
                channel,
                row.getString("language"),
                channel == MessageChannel.IN_APP ? "" : channel.masked(row.getString("address")),
                MessageState.valueOf(row.getString("state")),
                row.getBoolean("urgent"),
                row.getTimestamp("made_at").toInstant(),
                row.getTimestamp("due_at").toInstant(),
                sent == null ? null : sent.toInstant(),
                row.getInt("tries"),
                fault == null ? null : DeliveryFault.valueOf(fault),
                row.getString("detail"));
    }
}
