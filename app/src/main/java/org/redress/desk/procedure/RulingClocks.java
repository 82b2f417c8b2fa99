package org.redress.desk.procedure;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.redress.ground.commitment.Calendars;
import org.redress.ground.commitment.Commitments;
import org.redress.ground.commitment.Subject;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Bureaus;
import org.springframework.stereotype.Component;

/** The clock of a decision: from when a matter was stopped until its department is named. What stopped before has none. */
@Component
class RulingClocks {

    /** The clock's name and the rule that sets its limit. */
    private static final String NAME = "segment.ruling";

    private final Commitments commitments;
    private final Bureaus bureaus;

    RulingClocks(Commitments commitments, Bureaus bureaus) {
        this.commitments = commitments;
        this.bureaus = bureaus;
    }

    void start(BureauId bureau, UUID ruling, Instant at) {
        commitments.start(
                product(bureau), subject(ruling), NAME, NAME, Calendars.WORKING, at.truncatedTo(ChronoUnit.SECONDS));
    }

    void decided(BureauId bureau, UUID ruling, Instant at) {
        commitments.stop(product(bureau), subject(ruling), NAME, at);
    }

    void lapsed(BureauId bureau, UUID ruling) {
        commitments.cancel(product(bureau), subject(ruling), NAME);
    }

    private Actor product(BureauId bureau) {
        return bureaus.command(bureaus.get(bureau));
    }

    private static Subject subject(UUID ruling) {
        return new Subject(SegmentClocks.KIND, ruling);
    }
}
