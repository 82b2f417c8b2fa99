package org.redress.desk.dispute;

import org.redress.ground.commitment.Commitments;
import org.redress.ground.commitment.RecountedColumn;
import org.redress.ground.identity.Bureaus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** A limit has changed: the last moment for evidence is read anew from its clock. */
@Component
class EvidenceRecount extends RecountedColumn {

    EvidenceRecount(JdbcTemplate jdbc, Commitments commitments, Bureaus bureaus) {
        super(
                Disputes.KIND,
                new Copy("dispute.claim", "due_at", "state = 'OPEN'", EvidenceClock.NAME),
                jdbc,
                commitments,
                bureaus);
    }
}
