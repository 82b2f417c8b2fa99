package org.redress.desk.recovery.install;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.redress.desk.recovery.authority.AuthorityLimits;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.StaffMember;
import org.springframework.stereotype.Component;

/** Of two who say the same of an installation one must answer for the sum: they lead, or may give as much in one case. */
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

    boolean answers(Actor actor, Money sum) {
        return answers(actor, actor.post(), sum);
    }

    /** Those of some people who answer for it, by the posts that they hold now. */
    Set<StaffId> answering(Actor actor, Collection<StaffId> people, Money sum) {
        return staff.members(actor, people).values().stream()
                .filter(one -> answers(actor, one.post(), sum))
                .map(StaffMember::id)
                .collect(Collectors.toSet());
    }

    private boolean answers(Actor actor, String post, Money sum) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), actor.zone());
        return Posts.leads(post) || limits.gives(actor.bureau(), post, sum, today);
    }
}
