package org.redress.ground.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a member of staff finds behind the bell. Everybody reads their own and nobody else's, so it needs no grant. */
@Component
public class Inbox implements Gateway {

    static final String UNREAD = """
            select count(*) from (select from notification.inbox
              where bureau = :bureau and staff = :staff and read_at is null limit :most) few
            """;

    private static final UUID TOP = new UUID(-1, -1);

    private final JdbcClient jdbc;
    private final Clock clock;

    Inbox(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How many are unread; the count ends at {@code most}. */
    public int unread(Actor actor, int most) {
        return jdbc.sql(UNREAD)
                .param("bureau", actor.bureau().value())
                .param("staff", actor.staff().value())
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    /** A page, the newest first; {@code below} is the id that the page before ended with. */
    public List<InboxEntry> list(Actor actor, boolean unreadOnly, @Nullable UUID below, int limit) {
        return jdbc.sql("select id, title, body, link, arrived_at, read_at is null from notification.inbox"
                        + " where bureau = ? and staff = ? and id < ?"
                        + (unreadOnly ? " and read_at is null" : "")
                        + " order by id desc limit ?")
                .params(actor.bureau().value(), actor.staff().value(), below == null ? TOP : below, limit)
                .query(Inbox::entry)
                .list();
    }

    /** Marks one as read and says where it leads; empty when it is not theirs. */
    @Transactional
    public Optional<String> open(Actor actor, UUID id) {
        return jdbc.sql("""
                        update notification.inbox set read_at = coalesce(read_at, ?)
                         where bureau = ? and staff = ? and id = ? returning link
                        """)
                .params(
                        Timestamp.from(clock.instant()),
                        actor.bureau().value(),
                        actor.staff().value(),
                        id)
                .query(String.class)
                .optional();
    }

    /** Marks one as unread again. */
    @Transactional
    public void keepUnread(Actor actor, UUID id) {
        jdbc.sql("update notification.inbox set read_at = null where bureau = ? and staff = ? and id = ?")
                .params(actor.bureau().value(), actor.staff().value(), id)
                .update();
    }

    /** Marks as read what had arrived when the page was drawn; what came later stays unread. */
    @Transactional
    public void readAll(Actor actor, UUID upTo) {
        jdbc.sql("""
                        update notification.inbox set read_at = ?
                         where bureau = ? and staff = ? and id <= ? and read_at is null
                        """)
                .params(
                        Timestamp.from(clock.instant()),
                        actor.bureau().value(),
                        actor.staff().value(),
                        upTo)
                .update();
    }

    @Override
    public MessageChannel channel() {
        return MessageChannel.IN_APP;
    }

    @Override
    public String name() {
        return "inbox";
    }

    /** The message's id is the entry's: handed over twice, it is there once. */
    @Override
    public String carry(Outgoing message) {
        jdbc.sql("""
                        insert into notification.inbox (bureau, staff, id, title, body, link, arrived_at)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                        """)
                .params(
                        message.bureau().value(),
                        staff(message.address()),
                        message.id().value(),
                        message.wording().title(),
                        message.wording().body(),
                        message.link(),
                        Timestamp.from(clock.instant()))
                .update();
        return "";
    }

    private static UUID staff(String address) {
        try {
            return UUID.fromString(address);
        } catch (IllegalArgumentException e) {
            throw new DeliveryFailure(DeliveryFault.ADDRESS, address, e);
        }
    }

    private static InboxEntry entry(ResultSet row, int n) throws SQLException {
        return new InboxEntry(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getTimestamp(5).toInstant(),
                row.getBoolean(6));
    }
}
