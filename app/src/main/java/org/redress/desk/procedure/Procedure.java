package org.redress.desk.procedure;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.TicketKind;
import org.redress.ground.identity.StaffId;

/**
 * What a kind of ticket goes through, in one of its versions. A version is never changed.
 *
 * @param type failure type that it is for, or null for any
 * @param area that it is for, or null for any
 * @param number of this version, from 1
 * @param current number of the version that new tickets get
 * @param why this version was made
 */
public record Procedure(
        ProcedureId id,
        TicketKind kind,
        @Nullable String type,
        @Nullable Area area,
        String name,
        int number,
        int current,
        String why,
        Instant publishedAt,
        StaffId publishedBy,
        List<Stage> stages) {

    static final int LONGEST_NAME = 60;
    /** More departments than that in a row nobody oversees. */
    static final int MOST_STAGES = 12;

    public Procedure {
        stages = List.copyOf(stages);
    }

    Procedure with(List<Stage> planned) {
        return new Procedure(id, kind, type, area, name, number, current, why, publishedAt, publishedBy, planned);
    }

    VersionRef ref() {
        return new VersionRef(id, number);
    }
}
