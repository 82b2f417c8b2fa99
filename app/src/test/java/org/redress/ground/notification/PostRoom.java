package org.redress.ground.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureau;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.trail.Trail;
import org.redress.platform.jobs.Outbox;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/** Messages with a clock of their own, in a year that the running jobs do not reach, and gateways that do as told. */
@Component
public class PostRoom {

    /** A working day at ten in the morning in Shanghai. */
    static final Instant MORNING = Instant.parse("2031-03-05T02:00:00Z");

    final List<Outgoing> carried = new ArrayList<>();
    final Messages messages;
    final MessageTemplates templates;
    final Inbox inbox;

    @Nullable
    DeliveryFailure failure;

    @Nullable
    RuntimeException bug;

    Instant now = MORNING;

    private final Delivery delivery;
    private final Bureaus bureaus;

    PostRoom(
            MessageRows rows,
            AttemptRows attempts,
            TemplateRows templateRows,
            DueRows due,
            QuietHours quiet,
            Handover handover,
            Outbox outbox,
            Trail trail,
            Bureaus bureaus,
            org.springframework.jdbc.core.simple.JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        Clock clock = new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
        this.bureaus = bureaus;
        this.messages = new Messages(rows, new CoveredMessages(jdbc), attempts, outbox, trail, clock);
        this.templates = new MessageTemplates(templateRows, messages, bureaus, trail, clock);
        this.inbox = new Inbox(jdbc, clock);
        this.delivery = new Delivery(
                due,
                attempts,
                templateRows,
                quiet,
                List.of(
                        new Told(MessageChannel.SMS),
                        new Told(MessageChannel.EMAIL),
                        new Told(MessageChannel.LETTER),
                        inbox),
                handover,
                transactions,
                clock);
    }

    private final class Told implements Gateway {
        private final MessageChannel channel;

        Told(MessageChannel channel) {
            this.channel = channel;
        }

        @Override
        public MessageChannel channel() {
            return channel;
        }

        @Override
        public String name() {
            return "told";
        }

        @Override
        public String carry(Outgoing message) {
            if (bug != null) {
                throw bug;
            }
            if (failure != null && channel == MessageChannel.SMS) {
                throw failure;
            }
            carried.add(message);
            return "receipt-" + carried.size();
        }
    }

    /** Forgets what happened before. */
    void open() {
        carried.clear();
        failure = null;
        bug = null;
        now = MORNING;
    }

    int deliver(Actor actor, MessageChannel channel) {
        Bureau bureau = bureaus.get(actor.bureau());
        return delivery.run(List.of(bureau), channel);
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    static Message sms(UUID ticket, String occasion) {
        return message(ticket, occasion, MessageChannel.SMS, "+8613800000001", true, false);
    }

    static Message message(
            UUID ticket, String occasion, MessageChannel channel, String address, boolean consented, boolean urgent) {
        return new Message(
                "ticket.received",
                channel,
                Locale.SIMPLIFIED_CHINESE,
                Recipient.address(address, consented),
                new About("ticket", ticket, "T-1184273", "/desk/" + ticket),
                occasion,
                Map.of("number", "T-1184273", "subject", "宽带掉线", "replyBy", "3月20日"),
                urgent);
    }

    static Message broken(UUID ticket, String occasion) {
        return new Message(
                "ticket.received",
                MessageChannel.SMS,
                Locale.ENGLISH,
                Recipient.address("+8613800000001", true),
                new About("ticket", ticket, "T-1184273", "/desk/" + ticket),
                occasion,
                Map.of("number", "T-1184273"),
                false);
    }
}
