package org.redress.ground.notification;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.BureauId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Messages in whose words somebody must not be read any more: where they went, what they say, also behind the bell. */
@Repository
class CoveredMessages {

    private final JdbcClient jdbc;

    CoveredMessages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Said(
            UUID id,
            String channel,
            String address,
            String parameters,
            @Nullable String title,
            @Nullable String body,
            @Nullable String detail,
            boolean waits) {

        boolean toStaff() {
            return MessageChannel.valueOf(channel) == MessageChannel.IN_APP;
        }

        Said covered(UnaryOperator<String> words, String cover) {
            return new Said(
                    id,
                    channel,
                    toStaff() ? address : cover,
                    words.apply(parameters),
                    title == null ? null : words.apply(title),
                    body == null ? null : words.apply(body),
                    detail == null || toStaff() ? detail : cover,
                    waits && toStaff());
        }
    }

    /** How many were covered that were not before. */
    int redact(BureauId bureau, String kind, Collection<UUID> subjects, UnaryOperator<String> words, String cover) {
        List<Said> all = jdbc.sql("""
                        select id, channel, address, parameters::text, title, body, detail, state in ('WAITING', 'HELD')
                          from notification.message
                         where bureau = ? and subject_kind = ? and subject = any(?) for update
                        """)
                .params(bureau.value(), kind, subjects.toArray(UUID[]::new))
                .query((row, n) -> new Said(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getBoolean(8)))
                .list();
        int covered = 0;
        for (Said one : all) {
            Said after = one.covered(words, cover);
            if (!after.equals(one)) {
                covered++;
                write(bureau, after);
            }
        }
        return covered;
    }

    private void write(BureauId bureau, Said one) {
        jdbc.sql("""
                        update notification.message
                           set address = :address, parameters = :parameters::jsonb, title = :title, body = :body,
                               detail = :detail,
                               state = case when state in ('WAITING', 'HELD') and not :waits then 'WITHHELD' else state end
                         where bureau = :bureau and id = :id
                        """)
                .param("address", one.address())
                .param("parameters", one.parameters())
                .param("title", one.title())
                .param("body", one.body())
                .param("detail", one.detail())
                .param("waits", one.waits())
                .param("bureau", bureau.value())
                .param("id", one.id())
                .update();
        if (one.toStaff()) {
            coverBell(bureau, one);
        } else {
            forgetAttempts(bureau, one);
        }
    }

    /** What a gateway said of it names its address. */
    private void forgetAttempts(BureauId bureau, Said one) {
        jdbc.sql("""
                        update notification.attempt set detail = null
                         where bureau = ? and message = ? and detail is not null
                        """).params(bureau.value(), one.id()).update();
    }

    private void coverBell(BureauId bureau, Said one) {
        jdbc.sql("""
                        update notification.inbox set title = :title, body = :body
                         where bureau = :bureau and id = :id
                           and staff = (select address::uuid from notification.message
                                         where bureau = :bureau and id = :id)
                        """)
                .param("title", one.title() == null ? "" : one.title())
                .param("body", one.body() == null ? "" : one.body())
                .param("bureau", bureau.value())
                .param("id", one.id())
                .update();
    }
}
