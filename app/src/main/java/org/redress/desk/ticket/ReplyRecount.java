package org.redress.desk.ticket;

import org.redress.ground.commitment.Commitments;
import org.redress.ground.commitment.RecountedColumn;
import org.redress.ground.identity.Bureaus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * A calendar or a limit has changed: the copy of when a reply falls due is read anew from its clock. One that stands still is
 * read when it runs on.
 */
@Component
class ReplyRecount extends RecountedColumn {

    ReplyRecount(JdbcTemplate jdbc, Commitments commitments, Bureaus bureaus) {
        super(
                ReplyClocks.KIND,
                new Copy("ticket.ticket", "due_at", "open and not paused", ReplyClocks.REPLY),
                jdbc,
                commitments,
                bureaus);
    }
}
