package org.redress.improve.quality.support;

import org.redress.ground.commitment.Commitments;
import org.redress.ground.commitment.RecountedColumn;
import org.redress.ground.identity.Bureaus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** A calendar or a limit has changed: by when a word is owed is read anew from its clock. */
@Component
class WordRecount extends RecountedColumn {

    WordRecount(JdbcTemplate jdbc, Commitments commitments, Bureaus bureaus) {
        super(
                SupportRights.KIND,
                new Copy("quality.relief", "word_due_at", "word_by is null", SupportRules.WORD),
                jdbc,
                commitments,
                bureaus);
    }
}
