package org.redress.desk.ticket;

import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Staff;
import org.springframework.stereotype.Component;

/** Where whoever answered for a ticket has left, its customer is told the new name, whichever way it came into new hands. */
@Component
class Successors {

    private final Stories stories;
    private final Staff staff;
    private final CustomerNotices notices;

    Successors(Stories stories, Staff staff, CustomerNotices notices) {
        this.stories = stories;
        this.staff = staff;
        this.notices = notices;
    }

    /** Tells of what came of a change, where by it somebody answers for what nobody did; gives it back as it is. */
    StepResult told(Actor actor, Ticket before, StepResult result) {
        if (result instanceof StepResult.Done(Ticket after)
                && !before.taken()
                && after.taken()
                && stories.has(actor, after.id(), Leavers.LEFT)) {
            staff.find(actor, after.responsible())
                    .ifPresent(person -> notices.responsible(actor, after, person.name(), person.number()));
        }
        return result;
    }
}
