package org.redress.desk.recovery.plan;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.RemedyKind;
import org.redress.desk.ticket.Consent;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.StaffId;

/**
 * A plan as it was made. It is never changed: who wants another one makes the next, which takes its place.
 *
 * @param number of its ticket, from 1 on
 * @param situation as it was then
 * @param followed whether it is what was offered, in that order
 * @param reason why it is not; empty where it is
 * @param post of whoever made it
 * @param superseded whether a later one has taken its place
 */
public record RecoveryPlan(
        PlanId id,
        TicketId ticket,
        int number,
        SituationSeen situation,
        List<PlanLine> lines,
        boolean followed,
        String reason,
        StaffId by,
        String post,
        Instant at,
        boolean superseded,
        Result result) {

    /**
     * The situation in the names of its texts.
     *
     * @param attribution null where nobody had judged it
     */
    public record SituationSeen(
            String failure,
            @Nullable String attribution,
            String family,
            boolean repeated,
            String mood,
            boolean asked) {}

    /**
     * What became of it so far.
     *
     * @param resolvedAt null while the ticket has not been resolved since
     * @param cameBack whether the ticket was opened again
     * @param elsewhere whether the customer went to the regulator afterwards
     */
    public record Result(
            @Nullable Instant resolvedAt,
            boolean cameBack,
            @Nullable Consent consent,
            boolean elsewhere) {

        /** Whether it has failed: opened again, not content, or taken elsewhere. */
        public boolean failed() {
            return cameBack || elsewhere || consent == Consent.NOT_CONTENT;
        }
    }

    public RecoveryPlan {
        lines = List.copyOf(lines);
    }

    /** What is to be done, in order. */
    public List<PlanLine> chosen() {
        return lines.stream()
                .filter(line -> line.chosen() != null)
                .sorted(Comparator.comparing(line -> Objects.requireNonNull(line.chosen())))
                .toList();
    }

    /** What was offered, in order. */
    public List<PlanLine> offered() {
        return lines.stream()
                .filter(line -> line.offered() != null)
                .sorted(Comparator.comparing(line -> Objects.requireNonNull(line.offered())))
                .toList();
    }

    /** What was offered and left out. */
    public List<PlanLine> leftOut() {
        return offered().stream().filter(line -> line.chosen() == null).toList();
    }

    @Nullable
    PlanLine line(RemedyKind kind) {
        return chosen().stream().filter(line -> line.kind() == kind).findFirst().orElse(null);
    }
}
