package org.redress.ground.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.ground.trail.Trail;
import org.redress.platform.database.Ids;
import org.redress.platform.web.Problem;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@RedressIT
@Tag("S5.1")
class MessagesIT {

    @Autowired
    PostRoom room;

    @Autowired
    Offices offices;

    @Autowired
    Trail trail;

    @Autowired
    DueRows due;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private Actor actor;
    private final UUID ticket = Ids.next();

    @BeforeEach
    void open() {
        room.open();
        actor = offices.found();
    }

    private MessageLine line(MessageId id) {
        return room.messages.find(actor, id).orElseThrow().line();
    }

    private int deliver() {
        return room.deliver(actor, MessageChannel.SMS);
    }

    @Test
    void a_message_is_written_with_the_change_that_it_tells_of_and_gone_with_it() {
        transaction.executeWithoutResult(status -> {
            room.messages.send(actor, PostRoom.sms(ticket, "received"));
            status.setRollbackOnly();
        });
        assertThat(room.messages.list(actor, null, null, 10)).isEmpty();

        MessageId id =
                room.messages.send(actor, PostRoom.sms(ticket, "received")).id();
        assertThat(line(id).state()).isEqualTo(MessageState.WAITING);
        assertThat(deliver()).isEqualTo(1);
        assertThat(room.carried.getFirst().wording().body())
                .contains("T-1184273")
                .contains("宽带掉线")
                .contains("3月20日");
        assertThat(room.carried.getFirst().id()).isEqualTo(id);
        assertThat(line(id).state()).isEqualTo(MessageState.SENT);
        assertThat(line(id).to()).doesNotContain("13800000001");
        assertThat(trail.of(actor, "message", id.value(), 5)).extracting("deed").containsExactly("message.send");
        assertThat(deliver()).isZero();
    }

    @Test
    void the_same_key_is_one_message() {
        SendResult first = room.messages.send(actor, PostRoom.sms(ticket, "received"));
        SendResult again = room.messages.send(actor, PostRoom.sms(ticket, "received"));
        SendResult other = room.messages.send(actor, PostRoom.sms(ticket, "closed"));

        assertThat(first).isInstanceOf(SendResult.Accepted.class);
        assertThat(again).isEqualTo(new SendResult.AlreadyThere(first.id()));
        assertThat(other).isInstanceOf(SendResult.Accepted.class);
        assertThat(deliver()).isEqualTo(2);
    }

    @Test
    void a_template_error_makes_a_dead_letter_and_blocks_nobody() {
        MessageId broken =
                room.messages.send(actor, PostRoom.broken(ticket, "received")).id();
        MessageId fine =
                room.messages.send(actor, PostRoom.sms(ticket, "closed")).id();
        Message unknown = new Message(
                "no.such",
                MessageChannel.SMS,
                Locale.ENGLISH,
                Recipient.address("1", true),
                new About("ticket", ticket, "", "/desk"),
                "unknown",
                Map.of(),
                false);
        MessageId absent = room.messages.send(actor, unknown).id();

        assertThat(deliver()).isEqualTo(1);
        assertThat(line(fine).state()).isEqualTo(MessageState.SENT);
        assertThat(line(broken).state()).isEqualTo(MessageState.DEAD);
        assertThat(line(broken).fault()).isEqualTo(DeliveryFault.NAME_ABSENT);
        assertThat(line(broken).detail()).contains("subject").contains("replyBy");
        assertThat(line(absent).fault()).isEqualTo(DeliveryFault.TEMPLATE_ABSENT);
        assertThat(room.messages.tallies(actor, 10)).containsEntry(MessageState.DEAD, 2);
    }

    @Test
    void a_dead_gateway_is_tried_again_ever_later_and_blocks_no_other_channel() {
        MessageId sms =
                room.messages.send(actor, PostRoom.sms(ticket, "received")).id();
        MessageId mail = room.messages
                .send(actor, PostRoom.message(ticket, "mail", MessageChannel.EMAIL, "a@example.org", true, false))
                .id();
        room.failure = new DeliveryFailure(DeliveryFault.UNREACHABLE, "connect timed out");

        assertThat(deliver()).isZero();
        assertThat(room.deliver(actor, MessageChannel.EMAIL)).isEqualTo(1);
        assertThat(line(mail).state()).isEqualTo(MessageState.SENT);
        Instant before = room.now;
        assertThat(line(sms).dueAt()).isEqualTo(before.plus(Duration.ofMinutes(1)));
        assertThat(deliver()).isZero();
        assertThat(line(sms).tries()).isEqualTo(1);

        for (int tries = 2; tries <= 6; tries++) {
            room.now = line(sms).dueAt();
            deliver();
            if (line(sms).state() == MessageState.HELD) {
                room.now = line(sms).dueAt();
                deliver();
            }
            assertThat(line(sms).tries()).isEqualTo(tries);
        }
        assertThat(line(sms).state()).isEqualTo(MessageState.DEAD);
        assertThat(line(sms).fault()).isEqualTo(DeliveryFault.UNREACHABLE);
        assertThat(room.messages.find(actor, sms).orElseThrow().attempts())
                .hasSize(6)
                .allMatch(attempt -> attempt.fault() == DeliveryFault.UNREACHABLE);
    }

    @Test
    void a_person_sends_a_dead_letter_again_and_it_leaves_a_trail() {
        MessageId id =
                room.messages.send(actor, PostRoom.sms(ticket, "received")).id();
        assertThatThrownBy(() -> room.messages.resend(actor, id))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo("message.notdead"));
        room.failure = new DeliveryFailure(DeliveryFault.REFUSED, "no such number");
        deliver();
        assertThat(line(id).state()).isEqualTo(MessageState.DEAD);
        assertThat(line(id).tries()).isEqualTo(1);

        Actor agent = offices.hire(actor, Posts.AGENT, "1");
        assertThatThrownBy(() -> room.messages.resend(agent, id)).isInstanceOf(Problem.class);
        Actor head = offices.hire(actor, Posts.HEAD, "2");
        room.messages.resend(head, id);
        room.failure = null;
        assertThat(deliver()).isEqualTo(1);
        assertThat(line(id).state()).isEqualTo(MessageState.SENT);
        assertThat(room.messages.find(actor, id).orElseThrow().attempts())
                .extracting(Attempt::number)
                .containsExactly(1, 2);
        assertThat(trail.of(actor, "message", id.value(), 5))
                .extracting("deed")
                .containsExactlyInAnyOrder("message.resend", "message.send");
    }

    @Test
    void that_what_was_lost_is_sent_again_is_told_in_the_same_transaction_of_messages_to_customers_alone() {
        room.failure = new DeliveryFailure(DeliveryFault.REFUSED, "no such number");
        MessageId id =
                room.messages.send(actor, PostRoom.sms(ticket, "received")).id();
        Actor one = offices.hire(actor, Posts.AGENT, "1");
        MessageId bell = room.messages
                .send(
                        actor,
                        new Message(
                                "no.such",
                                MessageChannel.IN_APP,
                                Locale.ENGLISH,
                                Recipient.staff(one.staff()),
                                new About("ticket", ticket, "", "/desk"),
                                "bell",
                                Map.of(),
                                false))
                .id();
        deliver();
        room.deliver(actor, MessageChannel.IN_APP);
        assertThat(line(bell).state()).isEqualTo(MessageState.DEAD);
        assertThat(room.messages.lost(actor, "ticket", ticket)).isTrue();

        List<Resent> told = Objects.requireNonNull(transaction.execute(status -> {
            room.messages.resend(actor, id);
            room.messages.resend(actor, bell);
            return jdbc.sql("select payload from platform.outbox where bureau = ? and topic = ?")
                    .params(actor.bureau().value(), Resent.TOPIC)
                    .query((row, n) -> Resent.read(row.getString(1)))
                    .list();
        }));
        assertThat(told).containsExactly(new Resent(id.value(), "ticket", ticket, "ticket.received"));
        assertThat(room.messages.lost(actor, "ticket", ticket)).isFalse();
    }

    @Test
    void during_quiet_hours_a_message_is_held_and_an_urgent_one_passes() {
        room.now = Instant.parse("2031-03-05T14:30:00Z");
        MessageId calm = room.messages.send(actor, PostRoom.sms(ticket, "calm")).id();
        MessageId urgent = room.messages
                .send(actor, PostRoom.message(ticket, "urgent", MessageChannel.SMS, "+8613800000001", true, true))
                .id();

        assertThat(deliver()).isEqualTo(1);
        assertThat(line(urgent).state()).isEqualTo(MessageState.SENT);
        assertThat(line(calm).state()).isEqualTo(MessageState.HELD);
        assertThat(line(calm).dueAt()).isEqualTo(Instant.parse("2031-03-06T00:00:00Z"));
        assertThat(line(calm).tries()).isZero();

        room.now = Instant.parse("2031-03-06T00:00:00Z");
        assertThat(deliver()).isEqualTo(1);
        assertThat(line(calm).state()).isEqualTo(MessageState.SENT);
    }

    @Test
    void who_has_not_agreed_is_not_written_to() {
        SendResult result = room.messages.send(
                actor, PostRoom.message(ticket, "received", MessageChannel.SMS, "+8613800000001", false, true));

        assertThat(result).isInstanceOf(SendResult.Withheld.class);
        assertThat(deliver()).isZero();
        assertThat(room.carried).isEmpty();
        assertThat(line(result.id()).state()).isEqualTo(MessageState.WITHHELD);
    }

    @Test
    void what_does_not_reach_a_customer_is_told_of_in_the_transaction_in_which_it_is_given_up() {
        List<Undelivered> told = Objects.requireNonNull(transaction.execute(status -> {
            room.messages.send(actor, PostRoom.sms(ticket, "dead"));
            room.failure = new DeliveryFailure(DeliveryFault.REFUSED, "no such number");
            deliver();
            room.failure = null;
            MessageId back =
                    room.messages.send(actor, PostRoom.sms(ticket, "back")).id();
            deliver();
            due.bounced(actor.bureau(), back, "550 no such user");
            due.bounced(actor.bureau(), back, "550 no such user");
            room.messages.send(
                    actor, PostRoom.message(ticket, "declined", MessageChannel.EMAIL, "a@b.example", false, true));
            return jdbc.sql("select payload from platform.outbox where bureau = ? and topic = ? order by id")
                    .params(actor.bureau().value(), Undelivered.TOPIC)
                    .query((row, n) -> Undelivered.read(row.getString(1)))
                    .list();
        }));
        assertThat(told).extracting(Undelivered::withheld).containsExactly(false, false, true);
        assertThat(told)
                .allMatch(one -> one.subject().equals(ticket) && one.code().equals("ticket.received"));
    }

    @Test
    void a_killed_process_hands_over_once_more_with_the_same_id() {
        MessageId id =
                room.messages.send(actor, PostRoom.sms(ticket, "received")).id();
        Instant lease = room.now.plus(Duration.ofMinutes(5));
        assertThat(due.claim(actor.bureau(), MessageChannel.SMS, room.now, lease))
                .isPresent();

        assertThat(deliver()).isZero();
        room.now = lease;
        assertThat(deliver()).isEqualTo(1);
        assertThat(room.carried).extracting(Outgoing::id).containsExactly(id);
    }

    @Test
    void a_bug_of_a_gateway_is_kept_with_the_message() {
        MessageId id =
                room.messages.send(actor, PostRoom.sms(ticket, "received")).id();
        room.bug = new IllegalStateException("not foreseen");

        assertThat(deliver()).isZero();
        assertThat(line(id).fault()).isEqualTo(DeliveryFault.UNFORESEEN);
        assertThat(line(id).state()).isEqualTo(MessageState.WAITING);
    }

    @Test
    void a_new_version_changes_nothing_that_was_sent() {
        TemplateKey key = new TemplateKey("ticket.closed", MessageChannel.EMAIL, Locale.ENGLISH);
        Message closed = new Message(
                "ticket.closed",
                MessageChannel.EMAIL,
                Locale.ENGLISH,
                Recipient.address("a@example.org", true),
                new About("ticket", ticket, "T-1184273", "/desk"),
                "closed",
                Map.of("number", "T-1184273", "subject", "noise"),
                false);
        MessageId before = room.messages.send(actor, closed).id();
        room.deliver(actor, MessageChannel.EMAIL);
        Wording words = room.messages.find(actor, before).orElseThrow().wording();
        assertThat(words).isNotNull();

        int version = room.templates.save(actor, new TemplateDraft(key, "Done {{number}}", "Short: {{subject}}"), 1);
        assertThat(version).isEqualTo(2);
        assertThatThrownBy(() -> room.templates.save(actor, new TemplateDraft(key, "Late", "Late"), 1))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo("template.stale"));
        Message next = new Message(
                closed.code(),
                closed.channel(),
                closed.language(),
                closed.recipient(),
                closed.about(),
                "closed.2",
                closed.parameters(),
                false);
        MessageId after = room.messages.send(actor, next).id();
        room.deliver(actor, MessageChannel.EMAIL);

        assertThat(room.messages.find(actor, before).orElseThrow().wording()).isEqualTo(words);
        assertThat(room.messages.find(actor, after).orElseThrow().wording())
                .isEqualTo(new Wording("Done T-1184273", "Short: noise"));
        assertThat(room.templates.versions(actor, key))
                .extracting(Template::version)
                .containsExactly(2, 1);
    }

    @Test
    void a_test_goes_to_oneself_by_the_way_of_real_messages() {
        TemplateKey key = new TemplateKey("ticket.received", MessageChannel.SMS, Locale.ENGLISH);
        assertThatThrownBy(() -> room.templates.test(actor, key, " ")).isInstanceOf(Problem.class);
        room.templates.test(actor, key, "+8613900000009");
        assertThat(deliver()).isEqualTo(1);
        assertThat(room.carried.getFirst().address()).isEqualTo("+8613900000009");

        Wording preview = room.templates.preview(actor, new TemplateDraft(key, "", "Look: {{number}}"));
        assertThat(preview.body()).isEqualTo("Look: T-1184273");
    }

    private boolean unread(Actor person) {
        return room.messages.unread(actor, person.staff(), "ticket", ticket, "task.assigned");
    }

    @Test
    void staff_find_theirs_behind_the_bell_and_nobody_elses() {
        Actor one = offices.hire(actor, Posts.AGENT, "1");
        Actor two = offices.hire(actor, Posts.AGENT, "2");
        Message task = new Message(
                "task.assigned",
                MessageChannel.IN_APP,
                Locale.ENGLISH,
                Recipient.staff(one.staff()),
                new About("ticket", ticket, "T-1184273", "/desk?ticket=1"),
                "task.1",
                Map.of("number", "T-1184273", "subject", "noise", "task", "measure", "due", "18:00"),
                false);
        room.messages.send(actor, task);
        assertThat(unread(one)).as("on its way").isTrue();
        assertThat(room.deliver(actor, MessageChannel.IN_APP)).isEqualTo(1);

        assertThat(unread(one)).isTrue();
        assertThat(unread(two)).isFalse();
        assertThat(room.inbox.unread(one, 100)).isEqualTo(1);
        assertThat(room.inbox.unread(two, 100)).isZero();
        InboxEntry entry = room.inbox.list(one, true, null, 10).getFirst();
        assertThat(entry.title()).isEqualTo("A task of T-1184273 is yours");
        assertThat(room.inbox.open(two, entry.id())).isEmpty();
        assertThat(room.inbox.open(one, entry.id())).contains("/desk?ticket=1");
        assertThat(room.inbox.unread(one, 100)).isZero();
        assertThat(unread(one)).isFalse();
        room.inbox.keepUnread(one, entry.id());
        assertThat(room.inbox.list(one, true, null, 10)).hasSize(1);
        room.inbox.readAll(one, entry.id());
        assertThat(room.inbox.list(one, true, null, 10)).isEmpty();
        assertThat(room.inbox.list(one, false, null, 10)).hasSize(1);
    }

    @Test
    void a_list_is_paged_by_key() {
        for (int n = 0; n < 5; n++) {
            room.messages.send(actor, PostRoom.sms(ticket, "n" + n));
        }
        List<MessageLine> first = room.messages.list(actor, MessageState.WAITING, null, 3);
        List<MessageLine> rest = room.messages.list(
                actor, MessageState.WAITING, first.getLast().id().value(), 3);
        assertThat(first).hasSize(3);
        assertThat(rest).hasSize(2);
        assertThat(rest).doesNotContainAnyElementsOf(first);
    }

    @Test
    void an_agent_sends_and_sees_no_list() {
        Actor agent = offices.hire(actor, Posts.AGENT, "1");
        assertThat(room.messages.send(agent, PostRoom.sms(ticket, "received"))).isInstanceOf(SendResult.Accepted.class);
        assertThatThrownBy(() -> room.messages.list(agent, null, null, 10)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> room.templates.list(agent)).isInstanceOf(Problem.class);
    }
}
