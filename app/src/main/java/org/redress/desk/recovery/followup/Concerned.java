package org.redress.desk.recovery.followup;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.redress.desk.recovery.Remedies;
import org.redress.desk.recovery.Remedy;
import org.redress.desk.recovery.TookPart;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketStory;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Who had to do with a matter: answers for it, did anything with it, gave something for it, or took part in it in another
 * room.
 */
@Component
class Concerned {

    private final Tickets tickets;
    private final Remedies remedies;
    private final ObjectProvider<TookPart> others;

    Concerned(Tickets tickets, Remedies remedies, ObjectProvider<TookPart> others) {
        this.tickets = tickets;
        this.remedies = remedies;
        this.others = others;
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
        others.stream().map(other -> other.of(product, ticket)).forEach(people::addAll);
        people.remove(Staff.COMMAND);
        return people;
    }
}
