package org.redress.desk.dispute;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.StaffId;
import org.redress.ground.trail.Trail;
import org.redress.platform.database.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What happened to disputed items, written once with its row in the trail. */
@Repository
class ClaimEvents {

    private final JdbcClient jdbc;
    private final Trail trail;

    ClaimEvents(JdbcClient jdbc, Trail trail) {
        this.jdbc = jdbc;
        this.trail = trail;
    }

    void write(Actor actor, ClaimEvent event) {
        jdbc.sql("""
                        insert into dispute.claim_event (bureau, claim, seq, what, words, by, at)
                        select :bureau, :claim, coalesce(max(seq), 0) + 1, :what, :words, :by, :at
                          from dispute.claim_event where bureau = :bureau and claim = :claim
                        """)
                .param("bureau", actor.bureau().value())
                .param("claim", event.claim().value())
                .param("what", event.what().name())
                .param("words", event.words())
                .param("by", event.by().value())
                .param("at", Moments.at(event.at()))
                .update();
        trail.record(
                actor,
                "dispute." + event.what().name().toLowerCase(Locale.ROOT),
                Disputes.KIND,
                event.claim().value(),
                "{}");
    }

    /** What happened to these, the oldest first. */
    List<ClaimEvent> of(BureauId bureau, Collection<ClaimId> claims) {
        return jdbc.sql("select * from dispute.claim_event where bureau = ? and claim = any(?) order by at, claim, seq")
                .params(bureau.value(), claims.stream().map(ClaimId::value).toArray(UUID[]::new))
                .query((row, n) -> new ClaimEvent(
                        new ClaimId(row.getObject("claim", UUID.class)),
                        ClaimEvent.What.valueOf(row.getString("what")),
                        row.getString("words"),
                        new StaffId(row.getObject("by", UUID.class)),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
