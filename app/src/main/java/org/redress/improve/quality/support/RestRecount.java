package org.redress.improve.quality.support;

import org.redress.ground.commitment.Commitments;
import org.redress.ground.commitment.RecountedColumn;
import org.redress.ground.identity.Bureaus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** A limit has changed: until when a break may be taken is read anew from its clock. */
@Component
class RestRecount extends RecountedColumn {

    RestRecount(JdbcTemplate jdbc, Commitments commitments, Bureaus bureaus) {
        super(
                RestAnswering.KIND,
                new Copy("quality.relief", "use_until", "rest = 'OPEN'", SupportRules.REST),
                jdbc,
                commitments,
                bureaus);
    }
}
