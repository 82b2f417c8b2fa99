package org.redress.desk.ticket;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.Superiors;
import org.redress.ground.notification.About;
import org.redress.ground.notification.Notice;
import org.redress.ground.notification.Notices;
import org.redress.ground.notification.Undelivered;
import org.redress.platform.text.Words;
import org.springframework.stereotype.Component;

/**
 * Whoever answers for a ticket learns that its customer was not reached, and the history keeps it; whoever leads their unit
 * does where they have left. Other rooms ring it for what they wrote about a ticket of theirs.
 */
@Component
public class UndeliveredBell {

    private static final String CODE = "ticket.undelivered";
    private static final String UNREACHED = "ticket.unreached";

    private final TicketRows rows;
    private final Chronicle chronicle;
    private final Notices notices;
    private final Superiors superiors;
    private final Clock clock;

    UndeliveredBell(TicketRows rows, Chronicle chronicle, Notices notices, Superiors superiors, Clock clock) {
        this.rows = rows;
        this.chronicle = chronicle;
        this.notices = notices;
        this.superiors = superiors;
        this.clock = clock;
    }

    /** Rings it in the running transaction; nothing where there is no such ticket. */
    public void ring(Actor product, TicketId id, Undelivered lost) {
        rows.list(product, List.of(id), Action.READ).forEach(ticket -> {
            String what = lost.withheld() ? TicketStory.WITHHELD : TicketStory.UNDELIVERED;
            chronicle.writeQuietly(
                    product, Happening.of(ticket, what, null, lost.channel().name()));
            tell(product, ticket, lost);
        });
    }

    /** The customer has no address to be written to, so somebody has to phone them or go there. */
    void unreached(Actor product, Ticket ticket, String code, String occasion) {
        chronicle.writeQuietly(product, Happening.of(ticket, TicketStory.UNREACHED, null, code));
        ring(product, ticket, UNREACHED, occasion, words -> Map.of("what", words.text("message.code." + code)));
    }

    private void tell(Actor product, Ticket ticket, Undelivered lost) {
        ring(
                product,
                ticket,
                CODE,
                lost.message().toString(),
                words -> Map.of(
                        "way",
                        words.text("message.channel." + lost.channel()),
                        "what",
                        words.text("message.code." + lost.code())));
    }

    private void ring(
            Actor product, Ticket ticket, String code, String occasion, Function<Words, Map<String, String>> more) {
        StaffId to = superiors.hearing(product.bureau(), ticket.responsible(), ticket.unit(), clock.instant());
        About about = new About(
                Reach.KIND,
                ticket.id().value(),
                ticket.number().toString(),
                "/tickets/" + ticket.id().value());
        notices.ring(product, to, new Notice(code, about, code + "." + occasion, words -> {
            Map<String, String> says = new HashMap<>(more.apply(words));
            says.put("number", ticket.number().toString());
            says.put("subject", ticket.subject());
            return says;
        }));
    }
}
