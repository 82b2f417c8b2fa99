package org.redress.demo;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.redress.desk.ticket.TicketBoard;
import org.redress.desk.ticket.TicketCard;
import org.redress.desk.ticket.TicketFilter;
import org.redress.desk.ticket.TicketView;
import org.redress.ground.identity.Actor;
import org.redress.ground.notification.About;
import org.redress.ground.notification.Message;
import org.redress.ground.notification.MessageChannel;
import org.redress.ground.notification.Messages;
import org.redress.ground.notification.Recipient;
import org.redress.ground.rulebook.Revision;
import org.redress.ground.rulebook.Rule;
import org.redress.ground.rulebook.Rulebook;
import org.redress.platform.text.Words;
import org.springframework.stereotype.Component;

/**
 * Messages about the demonstration's open tickets: sent to files, letters held until the morning, one that lacks what its template asks
 * for, one to a customer who did not agree, and some behind the bells of those who are offered as sign-ins.
 */
@Component
class DemoMessages implements DemoPart {

    private static final int TICKETS = 12;
    private static final BigDecimal LETTERS_FROM = new BigDecimal("8.25");
    private static final BigDecimal LETTERS_UNTIL = new BigDecimal("8");
    private static final Locale LANGUAGE = Words.CHINESE;

    private final Messages messages;
    private final TicketBoard board;
    private final Rulebook rulebook;
    private final Clock clock;

    DemoMessages(Messages messages, TicketBoard board, Rulebook rulebook, Clock clock) {
        this.messages = messages;
        this.rulebook = rulebook;
        this.board = board;
        this.clock = clock;
    }

    @Override
    public Class<? extends DemoPart> after() {
        return DemoFeelings.class;
    }

    @Override
    public void fill(DemoBureau bureau) {
        Actor quality = bureau.quality();
        gather(quality, "message.quiet.letter.from", LETTERS_FROM);
        gather(quality, "message.quiet.letter.until", LETTERS_UNTIL);
        List<TicketCard> cards = board.page(quality, TicketView.OPEN, TicketFilter.NONE, null, TICKETS)
                .cards();
        for (int n = 0; n < cards.size(); n++) {
            toCustomer(quality, cards.get(n), n);
        }
        for (Actor reader : bureau.shown()) {
            cards.stream().limit(2).forEach(card -> toStaff(quality, card, reader));
        }
    }

    /** This bureau prints its letters once a day: until then they are held. */
    private void gather(Actor quality, String rule, BigDecimal hour) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), quality.zone());
        rulebook.revise(quality, new Revision(rule, Rule.HOUSE, hour, today, "每天早上八点统一打印"));
    }

    private void toCustomer(Actor quality, TicketCard card, int n) {
        MessageChannel channel =
                n % 4 == 1 ? MessageChannel.EMAIL : n % 4 == 3 ? MessageChannel.LETTER : MessageChannel.SMS;
        Map<String, String> all = Map.of(
                "number",
                card.number().toString(),
                "subject",
                card.subject(),
                "replyBy",
                date(quality, card.receivedAt().plus(java.time.Duration.ofDays(15))));
        Map<String, String> given = n == 4 ? Map.of("number", card.number().toString()) : all;
        messages.send(
                quality,
                new Message(
                        "ticket.received",
                        channel,
                        LANGUAGE,
                        Recipient.address(address(channel, n), n != 2),
                        about(card),
                        "received",
                        given,
                        false));
    }

    private static String address(MessageChannel channel, int n) {
        return switch (channel) {
            case SMS -> "+861380000%04d".formatted(n);
            case EMAIL -> "customer%d@example.org".formatted(n);
            default -> "张先生\n云泽市河东区枫林路%d号".formatted(n + 1);
        };
    }

    private void toStaff(Actor quality, TicketCard card, Actor reader) {
        Instant due = Objects.requireNonNullElse(card.dueAt(), clock.instant());
        messages.send(
                quality,
                new Message(
                        "escalation",
                        MessageChannel.IN_APP,
                        LANGUAGE,
                        Recipient.staff(reader.staff()),
                        about(card),
                        "escalation." + reader.number(),
                        Map.of(
                                "number",
                                card.number().toString(),
                                "subject",
                                card.subject(),
                                "person",
                                card.responsibleName(),
                                "due",
                                date(quality, due)),
                        false));
    }

    private static About about(TicketCard card) {
        return new About("ticket", card.id().value(), card.number().toString(), "/tickets/" + card.number());
    }

    private static String date(Actor actor, Instant at) {
        return Words.of(LANGUAGE).date(LocalDate.ofInstant(at, actor.zone()));
    }
}
