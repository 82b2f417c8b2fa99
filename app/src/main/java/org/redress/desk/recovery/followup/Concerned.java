package org.redress.desk.recovery.followup;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.redress.desk.recovery.Remedies;
import org.redress.desk.recovery.Remedy;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketStory;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffId;
import org.springframework.stereotype.Component;

/** Who had to do with a matter: answers for it, did anything with it, or gave something for it. */
@Component
class Concerned {

    private final Tickets tickets;
    private final Remedies remedies;

    Concerned(Tickets tickets, Remedies remedies) {
        this.tickets = tickets;
        this.remedies = remedies;
    }

    Set<StaffId> of(Actor product, TicketId ticket) {
        Set<StaffId> people = new HashSet<>();
        people.add(tickets.get(product, ticket).responsible());
        tickets.story(product, ticket).entries().stream()
                .map(TicketStory.Entry::by)
                .forEach(people::add);
        remedies.of(product, List.of(ticket)).getOrDefault(ticket, List.of()).forEach(remedy -> {
            people.add(remedy.givenBy());
            Remedy.TakenBack back = remedy.takenBack();
            if (back != null) {
                people.add(back.by());
            }
        });
        people.remove(Staff.COMMAND);
        return people;
    }
}
