package org.redress.desk.procedure;

import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffMember;
import org.redress.platform.web.Problem;

/** That a task has somebody who can take it up. */
final class Addressee {

    private Addressee() {}

    static void check(Staff staff, Actor actor, Task task) {
        if (task.post() != null && !Posts.CHOICES.contains(task.post())) {
            throw Problem.invalid("segment.post", "post");
        }
        if (task.person() != null
                && staff.find(actor, task.person())
                        .filter(StaffMember::active)
                        .filter(member -> member.unit().equals(task.unit()))
                        .isEmpty()) {
            throw Problem.invalid("segment.person", "person");
        }
        if (staff.list(actor).stream()
                .noneMatch(member -> member.active() && member.unit().equals(task.unit()))) {
            throw Problem.invalid("segment.unit.nobody", "unit");
        }
    }
}
