package org.redress.desk.appeal.hotline;

import org.redress.ground.commitment.Commitments;
import org.redress.ground.commitment.RecountedColumn;
import org.redress.ground.identity.Bureaus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** A limit has changed: the copy of when a dispatch must be signed for is read anew from its clock. */
@Component
class DispatchRecount extends RecountedColumn {

    DispatchRecount(JdbcTemplate jdbc, Commitments commitments, Bureaus bureaus) {
        super(
                DispatchClock.KIND,
                new Copy("appeal.dispatch", "sign_due", "signed_at is null", DispatchClock.SIGN),
                jdbc,
                commitments,
                bureaus);
    }
}
