package org.redress.improve.quality.card;

import org.redress.ground.commitment.Commitments;
import org.redress.ground.commitment.RecountedColumn;
import org.redress.ground.identity.Bureaus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** A calendar or a limit has changed: until when whoever a card concerns is heard is read anew from its clock. */
@Component
class HearingRecount extends RecountedColumn {

    HearingRecount(JdbcTemplate jdbc, Commitments commitments, Bureaus bureaus) {
        super(
                CardRights.KIND,
                new Copy("quality.card", "hear_until", "state = 'PROPOSED'", CardHearing.NAME),
                jdbc,
                commitments,
                bureaus);
    }
}
