package org.redress.ground.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.StaffId;
import org.redress.platform.database.Ids;
import org.redress.platform.web.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The runs and how far each has come. */
@Component
class RunStore {

    /** A writer that has kept nothing for so long is dead: a batch takes a fraction of it. */
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private static final String SELECT = """
            select r.*, f.name as file_name from intake.run r
              join intake.file f on f.bureau = r.bureau and f.id = r.file
            """;

    private final JdbcClient jdbc;
    private final Json json;
    private final Clock clock;

    RunStore(JdbcClient jdbc, Json json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /** Enters a run that has not begun. For good only where nobody else writes for the same source. */
    RunId add(Actor actor, StoredFile file, Run.Kind kind) {
        if (kind == Run.Kind.WRITE) {
            endSilent(actor, file);
        }
        UUID id = Ids.next();
        int added = jdbc.sql("""
                        insert into intake.run (bureau, id, file, target, source, kind, state, mapping, total,
                                                started_at, started_by, started_name, changed_at)
                        values (:bureau, :id, :file, :target, :source, :kind, 'WAITING', :mapping::jsonb, :total,
                                :now, :by, :byName, :now)
                        on conflict do nothing
                        """)
                .param("bureau", actor.bureau().value())
                .param("id", id)
                .param("file", file.id().value())
                .param("target", file.target())
                .param("source", file.source())
                .param("kind", kind.name())
                .param("mapping", json.write(file.mapping()))
                .param("total", file.profile().rows())
                .param("now", now())
                .param("by", actor.staff().value())
                .param("byName", actor.name())
                .update();
        if (added == 0) {
            Run other = writing(actor, file).orElseThrow(() -> Problem.conflict("intake.run.again"));
            throw Problem.conflict("intake.run.busy", file.source(), other.fileName(), other.startedBy());
        }
        return new RunId(id);
    }

    private void endSilent(Actor actor, StoredFile file) {
        jdbc.sql("""
                        update intake.run set state = 'STOPPED', ended_at = :now, failure = 'abandoned'
                         where bureau = :bureau and target = :target and source = :source and kind = 'WRITE'
                           and state in ('WAITING', 'RUNNING') and changed_at < :silent
                        """)
                .param("bureau", actor.bureau().value())
                .param("target", file.target())
                .param("source", file.source())
                .param("now", now())
                .param("silent", now().minus(SILENCE))
                .update();
    }

    /** The run that writes for the file's source at this moment. */
    Optional<Run> writing(Actor actor, StoredFile file) {
        return jdbc.sql(SELECT + """
                         where r.bureau = :bureau and r.target = :target and r.source = :source and r.kind = 'WRITE'
                           and r.state in ('WAITING', 'RUNNING')
                        """)
                .param("bureau", actor.bureau().value())
                .param("target", file.target())
                .param("source", file.source())
                .query(this::run)
                .optional();
    }

    Run get(BureauId bureau, RunId id) {
        return find(bureau, id).orElseThrow(() -> Problem.absent("intake.run.absent"));
    }

    Optional<Run> find(BureauId bureau, RunId id) {
        return jdbc.sql(SELECT + " where r.bureau = ? and r.id = ?")
                .params(bureau.value(), id.value())
                .query(this::run)
                .optional();
    }

    StaffId starter(BureauId bureau, RunId id) {
        return new StaffId(jdbc.sql("select started_by from intake.run where bureau = ? and id = ?")
                .params(bureau.value(), id.value())
                .query(UUID.class)
                .single());
    }

    /** The newest run of each kind for each of these files, newest first. */
    List<Run> newest(Actor actor, List<FileId> files) {
        return jdbc.sql("""
                        select distinct on (r.file, r.kind) r.*, f.name as file_name from intake.run r
                          join intake.file f on f.bureau = r.bureau and f.id = r.file
                         where r.bureau = :bureau and r.file = any(:files)
                         order by r.file, r.kind, r.started_at desc, r.id desc
                        """)
                .param("bureau", actor.bureau().value())
                .param("files", files.stream().map(FileId::value).toArray(UUID[]::new))
                .query(this::run)
                .list();
    }

    /** What is under way in the bureau, newest first. */
    List<Run> underWay(Actor actor) {
        return jdbc.sql(SELECT + """
                         where r.bureau = ? and r.state in ('WAITING', 'RUNNING') order by r.started_at desc limit 20
                        """)
                .param(actor.bureau().value())
                .query(this::run)
                .list();
    }

    /** Takes a run up, anew or where it was left; false where it has ended meanwhile. A trial begins again. */
    boolean begin(BureauId bureau, Run run) {
        if (run.kind() == Run.Kind.TRIAL && run.done() > 0) {
            forget(bureau, run.id());
        }
        return jdbc.sql("""
                                update intake.run
                                   set state = 'RUNNING', begun_at = :now, begun_done = done, changed_at = :now
                                 where bureau = :bureau and id = :id and state in ('WAITING', 'RUNNING')
                                """)
                        .param("now", now())
                        .param("bureau", bureau.value())
                        .param("id", run.id().value())
                        .update()
                == 1;
    }

    private void forget(BureauId bureau, RunId id) {
        jdbc.sql("delete from intake.rejected_row where bureau = ? and run = ?")
                .params(bureau.value(), id.value())
                .update();
        jdbc.sql("delete from intake.run_reason where bureau = ? and run = ?")
                .params(bureau.value(), id.value())
                .update();
        jdbc.sql("""
                        update intake.run set done = 0, created = 0, updated = 0, unchanged = 0, rejected = 0
                         where bureau = ? and id = ?
                        """).params(bureau.value(), id.value()).update();
    }

    /** Adds a batch; false where the run was stopped or somebody else has gone on with it. */
    boolean advance(BureauId bureau, Run before, BatchOutcome batch) {
        return jdbc.sql("""
                                update intake.run
                                   set done = done + :rows, created = created + :created, updated = updated + :updated,
                                       unchanged = unchanged + :unchanged, rejected = rejected + :rejected, changed_at = :now
                                 where bureau = :bureau and id = :id and state = 'RUNNING' and done = :done and not stop
                                """)
                        .param("rows", batch.rows())
                        .param("created", batch.created())
                        .param("updated", batch.updated())
                        .param("unchanged", batch.unchanged())
                        .param("rejected", batch.rejected().size())
                        .param("now", now())
                        .param("bureau", bureau.value())
                        .param("id", before.id().value())
                        .param("done", before.done())
                        .update()
                == 1;
    }

    /** Asks a run to stop after the batch that it is at. */
    void stop(Actor actor, RunId id) {
        jdbc.sql("update intake.run set stop = true where bureau = ? and id = ? and ended_at is null")
                .params(actor.bureau().value(), id.value())
                .update();
    }

    void end(BureauId bureau, RunId id, Run.State state, @Nullable String failure) {
        jdbc.sql("""
                        update intake.run set state = :state, failure = :failure, ended_at = :now, changed_at = :now
                         where bureau = :bureau and id = :id and ended_at is null
                        """)
                .param("state", state.name())
                .param("failure", failure)
                .param("now", now())
                .param("bureau", bureau.value())
                .param("id", id.value())
                .update();
    }

    private Run run(ResultSet row, int n) throws SQLException {
        Timestamp ended = row.getTimestamp("ended_at");
        return new Run(
                new RunId(row.getObject("id", UUID.class)),
                new FileId(row.getObject("file", UUID.class)),
                row.getString("file_name"),
                row.getString("target"),
                row.getString("source"),
                Run.Kind.valueOf(row.getString("kind")),
                Run.State.valueOf(row.getString("state")),
                json.read(row.getString("mapping"), Mapping.class),
                row.getLong("total"),
                row.getLong("done"),
                row.getLong("created"),
                row.getLong("updated"),
                row.getLong("unchanged"),
                row.getLong("rejected"),
                row.getTimestamp("started_at").toInstant(),
                row.getString("started_name"),
                ended == null ? null : ended.toInstant(),
                rate(row),
                row.getString("failure"));
    }

    private static long rate(ResultSet row) throws SQLException {
        Timestamp begun = row.getTimestamp("begun_at");
        if (begun == null) {
            return 0;
        }
        long millis = row.getTimestamp("changed_at").getTime() - begun.getTime();
        return millis <= 0 ? 0 : (row.getLong("done") - row.getLong("begun_done")) * 1000 / millis;
    }
}
