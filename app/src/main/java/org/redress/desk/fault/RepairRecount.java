package org.redress.desk.fault;

import org.redress.ground.commitment.Commitments;
import org.redress.ground.commitment.RecountedColumn;
import org.redress.ground.identity.Bureaus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** A limit has changed: the copy of when a repair falls due is read anew from its clock. */
@Component
class RepairRecount extends RecountedColumn {

    RepairRecount(JdbcTemplate jdbc, Commitments commitments, Bureaus bureaus) {
        super(
                FaultRights.KIND,
                new Copy("fault.fault", "due_at", "open", RepairClocks.NAME),
                jdbc,
                commitments,
                bureaus);
    }
}
