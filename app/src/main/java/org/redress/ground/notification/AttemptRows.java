package org.redress.ground.notification;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.BureauId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code notification.attempt}. */
@Repository
class AttemptRows {

    private final JdbcClient jdbc;

    AttemptRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Begins the next attempt and returns its number. */
    int begin(BureauId bureau, MessageId message, String gateway, Instant now) {
        return jdbc.sql("""
                        insert into notification.attempt (bureau, message, number, gateway, begun_at)
                        select :bureau, :message, coalesce(max(number), 0) + 1, :gateway, :now
                          from notification.attempt where bureau = :bureau and message = :message
                        returning number
                        """)
                .param("bureau", bureau.value())
                .param("message", message.value())
                .param("gateway", gateway)
                .param("now", Timestamp.from(now))
                .query(Integer.class)
                .single();
    }

    void end(
            BureauId bureau,
            MessageId message,
            int number,
            Instant now,
            @Nullable String receipt,
            @Nullable DeliveryFailure failure) {
        jdbc.sql("""
                        update notification.attempt set ended_at = :at, receipt = :receipt, fault = :fault, detail = :detail
                         where bureau = :bureau and message = :message and number = :number
                        """)
                .param("at", Timestamp.from(now))
                .param("receipt", receipt)
                .param("fault", failure == null ? null : failure.fault().name())
                .param("detail", failure == null ? null : failure.detail())
                .param("bureau", bureau.value())
                .param("message", message.value())
                .param("number", number)
                .update();
    }

    List<Attempt> of(BureauId bureau, MessageId message) {
        return jdbc.sql("""
                        select number, begun_at, ended_at, gateway, receipt, fault, detail from notification.attempt
                         where bureau = ? and message = ? order by number
                        """)
                .params(bureau.value(), message.value())
                .query((row, n) -> {
                    Timestamp ended = row.getTimestamp(3);
                    String fault = row.getString(6);
                    return new Attempt(
                            row.getInt(1),
                            row.getTimestamp(2).toInstant(),
                            ended == null ? null : ended.toInstant(),
                            row.getString(4),
                            row.getString(5),
                            fault == null ? null : DeliveryFault.valueOf(fault),
                            row.getString(7));
                })
                .list();
    }
}
