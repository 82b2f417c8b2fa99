package org.redress.desk.recovery.ledger;

import org.redress.ground.identity.BureauId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whether everybody who was asked has said yes: table {@code recovery.approval}. */
@Repository
class ApprovedRows {

    /**
     * The decisions about a compensation.
     *
     * @param yes there is one and nobody was asked who has not said yes
     * @param budget the holder of its budget was asked
     */
    record Approved(boolean yes, boolean budget) {}

    private final JdbcClient jdbc;

    ApprovedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Approved of(BureauId bureau, CompensationId id) {
        return jdbc.sql("""
                        select count(*) > 0 and count(*) filter (where verdict = 'YES') = count(*) as yes,
                               count(*) filter (where need = 'BUDGET' and verdict = 'YES') > 0 as budget
                          from recovery.approval where bureau = ? and compensation = ?
                        """)
                .params(bureau.value(), id.value())
                .query((row, n) -> new Approved(row.getBoolean("yes"), row.getBoolean("budget")))
                .single();
    }
}
