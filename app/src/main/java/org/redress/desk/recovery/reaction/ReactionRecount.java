package org.redress.desk.recovery.reaction;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.redress.ground.commitment.Commitments;
import org.redress.ground.commitment.RecountedClocks;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Bureaus;
import org.redress.platform.database.Moments;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** A calendar or a limit has changed: when the steps of a reaction fall due is read anew from its clocks. */
@Component
class ReactionRecount extends RecountedClocks {

    private static final int BATCH = 500;

    private static final String DUE = """
            update recovery.reaction_step set due_at = ?
             where bureau = ? and ticket = ? and step = ? and state = 'OPEN'
            """;

    private final ReactionRows rows;
    private final JdbcTemplate jdbc;

    ReactionRecount(ReactionRows rows, JdbcTemplate jdbc, Commitments commitments, Bureaus bureaus) {
        super(Reactions.KIND, commitments, bureaus);
        this.rows = rows;
        this.jdbc = jdbc;
    }

    private record DueStep(UUID ticket, ReactionStep step, Instant at) {}

    @Override
    protected List<UUID> hold(BureauId bureau, List<UUID> tickets) {
        return rows.hold(bureau, tickets);
    }

    @Override
    protected void follow(BureauId bureau, Map<UUID, Map<String, Instant>> due) {
        List<DueStep> steps = new ArrayList<>();
        due.forEach((ticket, clocks) -> {
            for (ReactionStep step : ReactionStep.values()) {
                Instant at = clocks.get(step.clock());
                if (at != null) {
                    steps.add(new DueStep(ticket, step, at));
                }
            }
        });
        jdbc.batchUpdate(DUE, steps, BATCH, (statement, one) -> {
            statement.setObject(1, Moments.at(one.at()));
            statement.setInt(2, bureau.value());
            statement.setObject(3, one.ticket());
            statement.setString(4, one.step().name());
        });
    }
}
