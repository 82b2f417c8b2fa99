package org.redress.desk.appeal.chain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.desk.appeal.AppealReach;
import org.redress.ground.commitment.Commitments;
import org.redress.ground.commitment.RecountedClocks;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Bureaus;
import org.redress.platform.database.Moments;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** A calendar or a limit has changed: when an appeal and the operator's reply fall due is read anew from its clocks. */
@Component
class AppealRecount extends RecountedClocks {

    private static final int BATCH = 500;

    /** Only where an appeal has not ended; nobody's page becomes stale by it. */
    private static final String DUE = """
            update appeal.appeal set due_at = ?, reply_due = coalesce(?::timestamptz, reply_due)
             where bureau = ? and id = ? and ended_at is null
            """;

    private final AppealRows rows;
    private final JdbcTemplate jdbc;

    AppealRecount(AppealRows rows, JdbcTemplate jdbc, Commitments commitments, Bureaus bureaus) {
        super(AppealReach.KIND, commitments, bureaus);
        this.rows = rows;
        this.jdbc = jdbc;
    }

    private record Limits(
            UUID appeal, Instant next, @Nullable Instant reply) {}

    @Override
    protected List<UUID> hold(BureauId bureau, List<UUID> appeals) {
        return rows.hold(bureau, appeals);
    }

    @Override
    protected void follow(BureauId bureau, Map<UUID, Map<String, Instant>> due) {
        List<Limits> limits = new ArrayList<>();
        due.forEach((appeal, clocks) -> {
            Instant next = AppealClocks.next(clocks);
            if (next != null) {
                limits.add(new Limits(appeal, next, clocks.get(AppealClocks.REPLY)));
            }
        });
        jdbc.batchUpdate(DUE, limits, BATCH, (statement, one) -> {
            statement.setObject(1, Moments.at(one.next()));
            statement.setObject(2, Moments.atOrNull(one.reply()));
            statement.setInt(3, bureau.value());
            statement.setObject(4, one.appeal());
        });
    }
}
