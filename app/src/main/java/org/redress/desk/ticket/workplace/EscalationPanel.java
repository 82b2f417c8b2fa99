package org.redress.desk.ticket.workplace;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketPanel;
import org.redress.ground.commitment.Escalation;
import org.redress.ground.commitment.Escalations;
import org.redress.ground.commitment.EscalationsPage;
import org.redress.ground.commitment.Rung;
import org.redress.ground.commitment.Subject;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Staff;
import org.springframework.stereotype.Component;

/** How far a ticket has been taken up the ladder, and what was said to it. */
@Component
class EscalationPanel implements TicketPanel {

    private static final int ORDER = 10;

    private final Escalations escalations;
    private final Staff staff;

    EscalationPanel(Escalations escalations, Staff staff) {
        this.escalations = escalations;
        this.staff = staff;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Optional<View> show(Actor actor, TicketId ticket) {
        List<Escalation> steps = escalations.of(actor, List.of(Subject.ticket(ticket.value()))).stream()
                .filter(step -> step.rung() != Rung.WARNED)
                .toList();
        return steps.isEmpty()
                ? Optional.empty()
                : Optional.of(new View(
                        "commitment/ladder.jte",
                        Map.of("page", EscalationsPage.of(actor, escalations, staff, steps, false, null))));
    }
}
