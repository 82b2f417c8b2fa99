package org.redress.ground.commitment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Bureaus;
import org.redress.platform.database.Moments;
import org.springframework.jdbc.core.JdbcTemplate;

/** Copies that stand in a column of a table of the listener's own; nobody has done anything, so no version counts up. */
public abstract class RecountedColumn extends RecountedClocks {

    private static final int BATCH = 500;

    private final JdbcTemplate jdbc;
    private final Copy copy;
    private final String holding;
    private final String following;

    /**
     * Where they stand.
     *
     * @param table with its schema, its rows by {@code bureau} and by the {@code id} of the clock's subject
     * @param waits the condition on rows that still wait for the clock
     * @param clock its name
     */
    public record Copy(String table, String column, String waits, String clock) {}

    private record Due(UUID subject, Instant at) {}

    protected RecountedColumn(String kind, Copy copy, JdbcTemplate jdbc, Commitments commitments, Bureaus bureaus) {
        super(kind, commitments, bureaus);
        this.jdbc = jdbc;
        this.copy = copy;
        this.holding = "select id from %s where bureau = ? and id = any(?) and %s order by id for update"
                .formatted(copy.table(), copy.waits());
        this.following = "update %s set %s = ? where bureau = ? and id = ? and %s"
                .formatted(copy.table(), copy.column(), copy.waits());
    }

    @Override
    protected List<UUID> hold(BureauId bureau, List<UUID> subjects) {
        return jdbc.query(
                holding, (row, n) -> row.getObject(1, UUID.class), bureau.value(), subjects.toArray(UUID[]::new));
    }

    @Override
    protected final void follow(BureauId bureau, Map<UUID, Map<String, Instant>> due) {
        List<Due> copies = new ArrayList<>();
        due.forEach((subject, clocks) -> {
            Instant at = clocks.get(copy.clock());
            if (at != null) {
                copies.add(new Due(subject, at));
            }
        });
        jdbc.batchUpdate(following, copies, BATCH, (statement, one) -> {
            statement.setObject(1, Moments.at(one.at()));
            statement.setInt(2, bureau.value());
            statement.setObject(3, one.subject());
        });
    }
}
