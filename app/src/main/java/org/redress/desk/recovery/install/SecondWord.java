package org.redress.desk.recovery.install;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.redress.desk.recovery.authority.AuthorityLimits;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.StaffMember;
import org.springframework.stereotype.Component;

/**
 * Of two who say the same of an installation one must answer for the sum: they lead, or may give as much in one case. Whoever was
 * shut out says nothing any more, neither for the sum nor beside somebody who does.
 */
@Component
class SecondWord {

    private final AuthorityLimits limits;
    private final Staff staff;
    private final Clock clock;

    SecondWord(AuthorityLimits limits, Staff staff, Clock clock) {
        this.limits = limits;
        this.staff = staff;
        this.clock = clock;
    }

    /** Those of some people whose word counts: who still work here; one query. */
    Map<StaffId, StaffMember> here(Actor actor, Collection<StaffId> people) {
        return staff.members(actor, people).values().stream()
                .filter(StaffMember::active)
                .collect(Collectors.toMap(StaffMember::id, one -> one));
    }

    /** Whether the actor answers for a sum. */
    boolean answers(Actor actor, Money sum) {
        return answers(actor, actor.post(), sum);
    }

    /** Whether any of some people does, by the posts that they hold now. */
    boolean answers(Actor actor, Map<StaffId, StaffMember> people, Money sum) {
        return people.values().stream().anyMatch(one -> answers(actor, one, sum));
    }

    /** Whether somebody does, by the post that they hold now. */
    boolean answers(Actor actor, StaffMember person, Money sum) {
        return answers(actor, person.post(), sum);
    }

    private boolean answers(Actor actor, String post, Money sum) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), actor.zone());
        return Posts.leads(post) || limits.gives(actor.bureau(), post, sum, today);
    }
}
