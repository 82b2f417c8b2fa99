package org.redress.desk.procedure.page;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.redress.desk.procedure.JourneyView;
import org.redress.desk.procedure.Journeys;
import org.redress.desk.procedure.Segment;
import org.redress.desk.procedure.SegmentId;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketPanel;
import org.redress.ground.commitment.Clock;
import org.redress.ground.commitment.Commitments;
import org.redress.ground.commitment.Subject;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.StaffId;
import org.springframework.stereotype.Component;

/** The way through the departments in the ticket's side pane: the steps, who has it, and what can be done. */
@Component
class SegmentPanel implements TicketPanel {

    private static final int ORDER = 5;

    private final Journeys journeys;
    private final Commitments commitments;
    private final Names names;
    private final java.time.Clock time;

    SegmentPanel(Journeys journeys, Commitments commitments, Names names, java.time.Clock time) {
        this.journeys = journeys;
        this.commitments = commitments;
        this.names = names;
        this.time = time;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Optional<View> show(Actor actor, TicketId ticket) {
        if (!actor.may(Action.READ, "segment")) {
            return Optional.empty();
        }
        JourneyView view = journeys.look(actor, ticket);
        return Optional.of(new View(
                "procedure/panel.jte",
                Map.of(
                        "panel",
                        new SegmentsShown(
                                view,
                                names.of(actor, people(view.segments())),
                                clocks(actor, commitments, view.segments()),
                                SegmentAttempt.thatCameBack(),
                                time.instant(),
                                actor.zone()))));
    }

    static Set<StaffId> people(List<Segment> segments) {
        Set<StaffId> people = new HashSet<>();
        for (Segment segment : segments) {
            people.add(segment.sent().by());
            Optional.ofNullable(segment.accepted()).ifPresent(accepted -> people.add(accepted.by()));
            Optional.ofNullable(segment.task().person()).ifPresent(people::add);
        }
        return people;
    }

    static Map<SegmentId, Clock> clocks(Actor actor, Commitments commitments, List<Segment> segments) {
        return commitments
                .of(
                        actor,
                        segments.stream()
                                .map(one -> Subject.segment(one.id().value()))
                                .toList())
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        entry -> new SegmentId(entry.getKey().id()),
                        entry -> entry.getValue().getLast()));
    }
}
