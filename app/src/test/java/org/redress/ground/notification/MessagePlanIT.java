package org.redress.ground.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.redress.ground.identity.Actor;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Thirty thousand messages, nearly all sent: what job, pages and bell ask is answered from an index. */
@RedressIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MessagePlanIT {

    @Autowired
    Offices offices;

    @Autowired
    NamedParameterJdbcTemplate jdbc;

    private Actor actor;

    @BeforeAll
    void fill() {
        actor = offices.found();
        jdbc.update("""
                insert into notification.message
                  (bureau, id, subject_kind, subject, occasion, mark, link, code, channel, language, address, urgent,
                   parameters, made_by, made_at, state, due_at)
                select :bureau, gen_random_uuid(), 'ticket', gen_random_uuid(), 'x', '', '/', 'ticket.closed', 'SMS', 'en',
                       '1', false, '{}', gen_random_uuid(), '2031-01-01', case when n % 1000 = 0 then 'DEAD' else 'SENT' end,
                       '2031-01-01'::timestamptz + n * interval '1 minute'
                  from generate_series(1, 30000) n
                """, Map.of("bureau", actor.bureau().value()));
        jdbc.update(
                """
                insert into notification.inbox (bureau, staff, id, title, body, link, arrived_at, read_at)
                select :bureau, :staff, gen_random_uuid(), '', '', '/', now(), case when n % 500 = 0 then null else now() end
                  from generate_series(1, 10000) n
                """,
                Map.of("bureau", actor.bureau().value(), "staff", actor.staff().value()));
        jdbc.update("""
                insert into notification.mail
                  (bureau, id, message_id, from_address, subject, arrived_at, state, nature)
                select :bureau, gen_random_uuid(), n::text, 'a' || n % 300 || '@b.example', '',
                       '2031-01-01'::timestamptz + n * interval '1 minute',
                       case when n % 1000 = 0 then 'DEAD' else 'TAKEN' end, 'PERSON'
                  from generate_series(1, 10000) n
                """, Map.of("bureau", actor.bureau().value()));
        jdbc.getJdbcTemplate().execute("analyze notification.mail");
        jdbc.getJdbcTemplate().execute("analyze notification.message");
        jdbc.getJdbcTemplate().execute("analyze notification.inbox");
    }

    private String plan(String sql, Map<String, Object> more) {
        Map<String, Object> parameters = new HashMap<>(more);
        parameters.put("bureau", actor.bureau().value());
        return String.join("\n", jdbc.queryForList("explain (costs off) " + sql, parameters, String.class));
    }

    @Test
    void the_job_reads_only_what_is_due() {
        Timestamp now = Timestamp.valueOf("2031-02-01 00:00:00");
        assertThat(plan(DueRows.CLAIM, Map.of("channel", "SMS", "now", now, "lease", now)))
                .contains("using message_due")
                .doesNotContain("Seq Scan");
    }

    @Test
    void what_waits_for_a_customer_is_found_by_the_address() {
        Map<String, Object> to = Map.of("channel", "SMS", "address", "1", "customer", new UUID(7, 1));
        assertThat(plan(MessageRows.WITHHOLD, to))
                .containsAnyOf("message_to_address", "message_due")
                .doesNotContain("Seq Scan");
    }

    @Test
    void pages_of_the_list_come_in_the_order_of_an_index() {
        Map<String, Object> page = Map.of("below", new UUID(-1, -1), "limit", 51, "state", "DEAD");
        assertThat(plan(MessageRows.PAGE, page))
                .contains("Index")
                .doesNotContain("Seq Scan")
                .doesNotContain("Sort");
        assertThat(plan(MessageRows.PAGE_OF_STATE, page))
                .contains("message_state")
                .doesNotContain("Seq Scan")
                .doesNotContain("Sort");
        assertThat(plan(MessageRows.LETTERS, page))
                .contains("message_letter")
                .doesNotContain("Seq Scan")
                .doesNotContain("Sort");
    }

    @Test
    void what_was_written_about_a_subject_is_looked_up_by_it() {
        Map<String, Object> subject = Map.of("kind", "ticket", "subject", new UUID(7, 1));
        assertThat(plan(MessageRows.LOST, subject)).contains("Index").doesNotContain("Seq Scan");
        Map<String, Object> bell = new HashMap<>(subject);
        bell.put("reader", actor.staff().value());
        bell.put("code", "ticket.closed");
        assertThat(plan(MessageRows.UNREAD, bell)).contains("Index").doesNotContain("Seq Scan");
    }

    @Test
    void mails_are_listed_and_counted_by_an_index() {
        Map<String, Object> page = Map.of("below", new UUID(-1, -1), "limit", 51, "state", "DEAD");
        assertThat(plan(MailRows.PAGE, page))
                .contains("Index")
                .doesNotContain("Seq Scan")
                .doesNotContain("Sort");
        assertThat(plan(MailRows.PAGE_OF_STATE, page))
                .containsAnyOf("mail_state", "mail_to_see_to")
                .doesNotContain("Seq Scan")
                .doesNotContain("Sort");
        assertThat(plan(MailRows.QUEUE, Map.of("above", new UUID(0, 0), "limit", 51)))
                .contains("mail_to_see_to")
                .doesNotContain("Sort");
        Timestamp since = Timestamp.valueOf("2031-01-03 00:00:00");
        assertThat(plan(MailRows.OF_SENDER, Map.of("from", "a7@b.example", "since", since)))
                .contains("mail_sender")
                .doesNotContain("Seq Scan");
        assertThat(plan(MailRows.OF_THREAD, Map.of("thread", new String[] {"7", "8"})))
                .contains("Index")
                .doesNotContain("Seq Scan");
    }

    @Test
    void the_bell_reads_only_what_is_unread() {
        assertThat(plan(Inbox.UNREAD, Map.of("staff", actor.staff().value(), "most", 100)))
                .contains("inbox_unread")
                .doesNotContain("Seq Scan");
    }
}
