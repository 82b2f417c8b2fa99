package org.redress.improve.quality;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.Attribution;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.Diagnosis;
import org.redress.desk.ticket.FailureKind;
import org.redress.desk.ticket.NewTicket;
import org.redress.desk.ticket.Step;
import org.redress.desk.ticket.StepResult;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.Tickets;
import org.redress.desk.ticket.Verdict;
import org.redress.ground.identity.Actor;
import org.redress.support.Deliveries;
import org.springframework.stereotype.Component;

/** Complaints opened, investigated and told of, as the desk does it. */
@Component
public class SomeComplaints {

    private final Tickets tickets;
    private final Deliveries deliveries;

    SomeComplaints(Tickets tickets, Deliveries deliveries) {
        this.tickets = tickets;
        this.deliveries = deliveries;
    }

    public TicketId open(Actor by, String subject, @Nullable String place, @Nullable Instant received) {
        return tickets.open(
                        by,
                        new NewTicket(
                                TicketKind.COMPLAINT, Channel.HOT_LINE, subject, subject, null, place, null, received))
                .id();
    }

    /** So many complaints of one place and type. */
    public List<TicketId> several(Actor by, int count, String place, String type, @Nullable Instant received) {
        List<TicketId> opened = IntStream.range(0, count)
                .mapToObj(n -> classified(by, open(by, "投诉" + n, place, received), type))
                .toList();
        deliveries.await(by);
        return opened;
    }

    private TicketId classified(Actor by, TicketId id, String type) {
        Ticket ticket = tickets.get(by, id);
        done(tickets.classify(by, id, ticket.version(), type, because(Attribution.PROVIDER)));
        return id;
    }

    /** A complaint that was investigated and found right, by our doing. */
    public TicketId upheld(Actor by, String subject, String type) {
        return judged(by, subject, type, Attribution.PROVIDER, Verdict.UPHELD);
    }

    public TicketId judged(Actor by, String subject, String type, Attribution attribution, Verdict verdict) {
        TicketId id = open(by, subject, null, null);
        Ticket now = done(tickets.step(by, id, tickets.get(by, id).version(), Step.START, null));
        now = done(tickets.classify(by, id, now.version(), type, because(attribution)));
        done(tickets.find(by, id, now.version(), verdict, "查录音属实"));
        deliveries.await(by);
        return id;
    }

    private static Diagnosis because(Attribution attribution) {
        return new Diagnosis(FailureKind.OUTCOME, "系统记录", attribution, "现场记录");
    }

    private static Ticket done(StepResult result) {
        if (result instanceof StepResult.Done(Ticket ticket)) {
            return ticket;
        }
        throw new IllegalStateException(result.toString());
    }
}
