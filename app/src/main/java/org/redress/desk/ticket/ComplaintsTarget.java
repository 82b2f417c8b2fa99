package org.redress.desk.ticket;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.intake.Fault;
import org.redress.ground.intake.IntakeField;
import org.redress.ground.intake.IntakeTarget;
import org.redress.ground.intake.MappedRow;
import org.redress.ground.intake.RowOutcome;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Rows of a file of complaints become tickets. */
@Component
@Order(10)
class ComplaintsTarget implements IntakeTarget {

    private static final List<IntakeField> FIELDS = ComplaintFields.all();
    /** Clocks of two systems may differ by so much. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    private final SourceIntake intake;
    private final SourceRows rows;
    private final Clock clock;

    ComplaintsTarget(SourceIntake intake, SourceRows rows, Clock clock) {
        this.intake = intake;
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "complaints";
    }

    @Override
    public boolean open(Actor actor) {
        return actor.may(Action.WRITE, Reach.KIND);
    }

    @Override
    public List<IntakeField> fields() {
        return FIELDS;
    }

    /** A row must say what the matter is: its subject, its text, or at least what kind of failure its source calls it. */
    @Override
    public List<Fault> check(MappedRow row) {
        List<Fault> faults = new ArrayList<>();
        String text = row.text(ComplaintFields.TEXT);
        if (row.text(ComplaintFields.SUBJECT) == null && text == null && row.text(ComplaintFields.LABEL) == null) {
            faults.add(Fault.of("complaint.empty", null));
        }
        if (text != null && text.length() > Wording.LONGEST_TEXT) {
            faults.add(Fault.of("complaint.long", ComplaintFields.TEXT, Integer.toString(Wording.LONGEST_TEXT)));
        }
        Instant received = row.moment(ComplaintFields.RECEIVED);
        if (received != null && received.isAfter(clock.instant().plus(SKEW))) {
            faults.add(Fault.of("complaint.ahead", ComplaintFields.RECEIVED));
        }
        return faults;
    }

    @Override
    public List<RowOutcome> take(Actor actor, String source, List<MappedRow> batch) {
        actor.require(Action.WRITE, Reach.KIND);
        return intake.take(actor, source, batch);
    }

    @Override
    public Set<String> known(Actor actor, String source, Collection<String> numbers) {
        return rows.known(actor, source, numbers);
    }
}
