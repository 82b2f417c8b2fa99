package org.redress.desk.procedure;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.Posts;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.Superiors;
import org.redress.ground.identity.UnitId;
import org.redress.ground.notification.About;
import org.redress.ground.notification.Notice;
import org.redress.ground.notification.Notices;
import org.redress.platform.jobs.OutboxListener;
import org.redress.platform.jobs.OutboxMessage;
import org.springframework.stereotype.Component;

/**
 * Whoever has a matter now hears of it behind the bell: the department to which it was sent, whoever answers for the ticket
 * when it comes back, and the head who decides when it was stopped. Who leads hears of what somebody had who has left.
 */
@Component
class HandoverBells implements OutboxListener {

    private final Courses courses;
    private final Notices notices;
    private final Superiors superiors;
    private final Bureaus bureaus;
    private final Clock clock;

    HandoverBells(Courses courses, Notices notices, Superiors superiors, Bureaus bureaus, Clock clock) {
        this.courses = courses;
        this.notices = notices;
        this.superiors = superiors;
        this.bureaus = bureaus;
        this.clock = clock;
    }

    @Override
    public List<String> topics() {
        return List.of(SegmentMoved.TOPIC);
    }

    @Override
    public void receive(OutboxMessage message) {
        SegmentMoved moved = SegmentMoved.read(message.payload());
        Actor product = bureaus.command(bureaus.get(new BureauId(message.bureau())));
        Course course = courses.look(product, new TicketId(moved.ticket()));
        Ticket ticket = course.ticket();
        Ruling ruling = course.ruling();
        if (ruling != null) {
            head(product, ticket.unit())
                    .ifPresent(head -> ring(
                            product,
                            ticket,
                            head,
                            "segment.stopped",
                            ruling.id().toString(),
                            Map.of()));
        }
        course.segments().stream()
                .filter(one -> one.id().value().equals(moved.segment()))
                .findFirst()
                .ifPresent(segment -> ring(product, ticket, segment, moved, Long.toString(message.id())));
    }

    private void ring(Actor product, Ticket ticket, Segment segment, SegmentMoved moved, String occasion) {
        Map<String, String> task = Map.of("task", segment.task().name());
        switch (Handover.What.valueOf(moved.what())) {
            case SEND, DECIDE, REFUSE ->
                receiver(product, segment).ifPresent(to -> ring(product, ticket, to, "segment.sent", occasion, task));
            case FINISH, RETURN ->
                ring(
                        product,
                        ticket,
                        hearing(product, ticket.responsible(), ticket.unit()),
                        "segment.back",
                        occasion,
                        task);
            case CANCEL -> {}
        }
    }

    private Optional<StaffId> receiver(Actor product, Segment segment) {
        Segment.Accepted accepted = segment.accepted();
        return Optional.ofNullable(accepted == null ? segment.task().person() : accepted.by())
                .map(person -> hearing(product, person, segment.unit()))
                .or(() -> head(product, segment.unit()));
    }

    private StaffId hearing(Actor product, StaffId person, UnitId unit) {
        return superiors.hearing(product.bureau(), person, unit, clock.instant());
    }

    private Optional<StaffId> head(Actor product, UnitId unit) {
        return superiors.holder(product.bureau(), unit, Posts.HEAD, clock.instant());
    }

    private void ring(
            Actor product, Ticket ticket, StaffId to, String code, String occasion, Map<String, String> more) {
        Map<String, String> parameters = new HashMap<>(more);
        parameters.put("number", ticket.number().toString());
        parameters.put("subject", ticket.subject());
        notices.ring(
                product,
                to,
                new Notice(
                        code,
                        new About(
                                "ticket",
                                ticket.id().value(),
                                ticket.number().toString(),
                                "/tickets/" + ticket.id().value() + SegmentAnswering.PLACE),
                        code + "." + occasion,
                        words -> parameters));
    }
}
