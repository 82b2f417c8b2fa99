package org.redress.ground.intake;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.redress.ground.identity.BureauId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What every source has said already. */
@Component
class SeenRows {

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    SeenRows(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** Lets batches of one source go one after the other, to the end of the running transaction. */
    void hold(BureauId bureau, String target, String source) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 70))")
                .param(bureau.value() + "\u001f" + target + "\u001f" + source)
                .query((row, n) -> n)
                .single();
    }

    /** Which of the rows with these digests have been taken. */
    Set<UUID> among(BureauId bureau, String target, String source, Collection<UUID> digests) {
        return new HashSet<>(jdbc.sql("""
                        select digest from intake.seen_row
                         where bureau = ? and target = ? and source = ? and digest = any(?)
                        """)
                .params(bureau.value(), target, source, digests.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }

    void add(BureauId bureau, String target, String source, List<UUID> digests) {
        template.update("""
                insert into intake.seen_row (bureau, target, source, digest)
                select ?, ?, ?, d from unnest(?) as d on conflict do nothing
                """, bureau.value(), target, source, digests.toArray(UUID[]::new));
    }
}
