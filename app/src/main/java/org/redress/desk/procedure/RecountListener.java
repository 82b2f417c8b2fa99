package org.redress.desk.procedure;

import java.util.List;
import java.util.UUID;
import org.redress.ground.commitment.Commitments;
import org.redress.ground.commitment.RecountedColumn;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Bureaus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** A calendar or a limit has changed: the copy of when a segment falls due is read anew from its clock. */
@Component
class RecountListener extends RecountedColumn {

    private final SegmentRows rows;

    RecountListener(SegmentRows rows, JdbcTemplate jdbc, Commitments commitments, Bureaus bureaus) {
        super(
                SegmentClocks.KIND,
                new Copy("procedure.segment", "due_at", "ended_at is null", SegmentClocks.NAME),
                jdbc,
                commitments,
                bureaus);
        this.rows = rows;
    }

    @Override
    protected List<UUID> hold(BureauId bureau, List<UUID> segments) {
        return rows.holdJourneys(bureau, segments);
    }
}
