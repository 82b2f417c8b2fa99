package org.redress.desk.recovery.plan;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.redress.desk.recovery.Remedies;
import org.redress.desk.recovery.Remedy;
import org.redress.desk.recovery.RemedyKind;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.StaffMember;
import org.springframework.stereotype.Component;

/**
 * What is done of a plan: the remedies that stand on its ticket and were given by somebody senior enough, or by a run of credits,
 * which two who lead have approved.
 */
@Component
class PlanDeeds {

    private final Remedies remedies;
    private final Staff staff;

    PlanDeeds(Remedies remedies, Staff staff) {
        this.remedies = remedies;
        this.staff = staff;
    }

    /** The first remedy by which each line was done; lines that are not done are not in the answer. */
    Map<RemedyKind, Remedy> of(Actor actor, RecoveryPlan plan) {
        List<Remedy> standing =
                remedies.of(actor, List.of(plan.ticket())).getOrDefault(plan.ticket(), List.of()).stream()
                        .filter(Remedy::stands)
                        .toList();
        Map<StaffId, StaffMember> givers =
                staff.members(actor, standing.stream().map(Remedy::givenBy).toList());
        Map<RemedyKind, Remedy> done = new EnumMap<>(RemedyKind.class);
        for (PlanLine line : plan.chosen()) {
            standing.stream()
                    .filter(remedy -> remedy.kind() == line.kind())
                    .filter(remedy -> remedy.ofRun() || line.speaker().covers(post(givers, remedy.givenBy())))
                    .findFirst()
                    .ifPresent(remedy -> done.put(line.kind(), remedy));
        }
        return done;
    }

    private static String post(Map<StaffId, StaffMember> people, StaffId person) {
        StaffMember member = people.get(person);
        return member == null ? "" : member.post();
    }
}
