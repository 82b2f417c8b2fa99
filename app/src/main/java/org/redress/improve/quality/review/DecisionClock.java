package org.redress.improve.quality.review;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.redress.ground.commitment.Answering;
import org.redress.ground.commitment.Calendars;
import org.redress.ground.commitment.ClockStart;
import org.redress.ground.commitment.Commitments;
import org.redress.ground.commitment.Subject;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.StaffMember;
import org.redress.ground.rulebook.Limit;
import org.redress.ground.rulebook.Unit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The clock of a decision: to the end of the day on which it is due; a late one goes up the ladder of its owner. */
@Component
class DecisionClock implements Answering {

    private static final String NAME = "review.decision";

    private final ObjectProvider<Commitments> commitments;
    private final DecisionRows rows;
    private final Bureaus bureaus;
    private final Staff staff;

    DecisionClock(ObjectProvider<Commitments> commitments, DecisionRows rows, Bureaus bureaus, Staff staff) {
        this.commitments = commitments;
        this.rows = rows;
        this.bureaus = bureaus;
        this.staff = staff;
    }

    void start(Actor product, Decision decision, Instant now) {
        Instant from = now.truncatedTo(ChronoUnit.SECONDS);
        Instant due = decision.dueOn().plusDays(1).atStartOfDay(product.zone()).toInstant();
        int minutes = Math.max(1, Math.toIntExact(Duration.between(from, due).toMinutes()));
        commitments
                .getObject()
                .start(
                        product,
                        ClockStart.within(
                                new Limit(minutes, Unit.ELAPSED_MINUTES),
                                subject(decision.id()),
                                NAME,
                                Calendars.ALWAYS,
                                from));
    }

    void stop(Actor product, DecisionId id, boolean done, Instant now) {
        if (done) {
            commitments.getObject().stop(product, subject(id), NAME, now);
        } else {
            commitments.getObject().cancel(product, subject(id), NAME);
        }
    }

    private static Subject subject(DecisionId id) {
        return new Subject(Reviews.KIND, id.value());
    }

    @Override
    public String kind() {
        return Reviews.KIND;
    }

    @Override
    public Map<UUID, Matter> matters(BureauId bureau, Collection<UUID> ids) {
        Map<UUID, Decision> found = new HashMap<>();
        rows.list(bureau, "id = any(:ids)", Map.of("ids", ids.toArray(UUID[]::new)))
                .forEach(one -> found.put(one.id().value(), one));
        Map<StaffId, StaffMember> owners = staff.members(
                bureaus.command(bureaus.get(bureau)),
                found.values().stream().map(Decision::owner).toList());
        Map<UUID, Matter> matters = new HashMap<>();
        found.forEach((id, one) -> {
            StaffMember owner = owners.get(one.owner());
            if (owner != null) {
                matters.put(
                        id, new Matter(owner.id(), owner.unit(), one.spoken(), one.what(), "/reviews/decisions/" + id));
            }
        });
        return matters;
    }
}
