package org.redress.desk.care.preference;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.redress.desk.contact.ContactRecorded;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.platform.database.Moments;
import org.redress.platform.jobs.OutboxListener;
import org.redress.platform.jobs.OutboxMessage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps {@code care.contact}: contacts with customers of whom something had been noted before, and reckons at how many it was used. */
@Component
public class PreferenceUse implements OutboxListener {

    static final int DAYS = 30;

    /** A contact heard of twice is one; what was noted or confirmed at it was noted before it is recorded. */
    private static final String HEARD = """
            insert into care.contact (bureau, contact, customer, ticket, staff, recorded_at)
            select :bureau, :contact::uuid, :customer::uuid, :ticket::uuid, :staff::uuid, :at::timestamptz
             where exists (select from care.preference p
                            where p.bureau = :bureau and p.customer = :customer and p.noted_at < :at
                              and not exists (select from care.preference_step n
                                               where n.bureau = :bureau and n.preference = p.id and n.what = 'NOTED'
                                                 and n.contact = :contact)
                              and (p.withdrawn_at is null or p.withdrawn_at > :at
                                   or exists (select from care.preference_step w
                                               where w.bureau = :bureau and w.preference = p.id and w.what = 'WITHDRAWN'
                                                 and w.contact = :contact)))
            on conflict (bureau, contact) do nothing
            """;

    static final String USED = """
            select count(*), count(*) filter (where exists (
                     select from care.preference_step s
                      where s.bureau = c.bureau and s.customer = c.customer and s.what <> 'WITHDRAWN'
                        and (s.contact = c.contact
                             or s.ticket = c.ticket and s.staff = c.staff and s.at >= c.recorded_at)))
              from care.contact c
             where c.bureau = :bureau and c.recorded_at >= :since""";

    private final JdbcClient jdbc;
    private final Clock clock;

    PreferenceUse(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * At how many contacts preferences were used.
     *
     * @param contacts with customers of whom something had been noted before
     * @param used those at which something was noted or confirmed
     */
    public record Share(long contacts, long used, int days) {}

    /** Of the last thirty days. */
    public Share share(Actor actor) {
        actor.require(Action.READ, Preferences.KIND);
        Instant since = clock.instant().minus(Duration.ofDays(DAYS));
        return jdbc.sql(USED)
                .param("bureau", actor.bureau().value())
                .param("since", Moments.at(since))
                .query((row, n) -> new Share(row.getLong(1), row.getLong(2), DAYS))
                .single();
    }

    @Override
    public List<String> topics() {
        return List.of(ContactRecorded.TOPIC);
    }

    @Override
    public void receive(OutboxMessage message) {
        ContactRecorded heard = ContactRecorded.read(message.payload());
        if (heard.customer() != null) {
            jdbc.sql(HEARD)
                    .param("bureau", message.bureau())
                    .param("contact", heard.contact())
                    .param("customer", heard.customer())
                    .param("ticket", heard.ticket())
                    .param("staff", heard.takenBy())
                    .param("at", Moments.at(heard.recordedAt()))
                    .update();
        }
    }
}
