package org.redress.ground.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Actor;
import org.redress.platform.database.Ids;
import org.redress.platform.database.Moments;
import org.redress.platform.web.Problem;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The files that were sent in, in the database. */
@Component
class FileStore {

    private static final int CHUNK = 1 << 20;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final Json json;
    private final Clock clock;

    FileStore(JdbcClient jdbc, JdbcTemplate template, Json json, Clock clock) {
        this.jdbc = jdbc;
        this.template = template;
        this.json = json;
        this.clock = clock;
    }

    /** The file with these bytes, if it came before. */
    Optional<FileId> same(Actor actor, byte[] sha256) {
        return jdbc.sql("select id from intake.file where bureau = ? and sha256 = ?")
                .params(actor.bureau().value(), sha256)
                .query(UUID.class)
                .optional()
                .map(FileId::new);
    }

    /** Keeps a file; nothing where somebody else has sent the same bytes meanwhile. */
    @Transactional
    Optional<FileId> add(Actor actor, String name, Spool spool, FileProfile profile, Start start) throws IOException {
        UUID id = Ids.next();
        int added = jdbc.sql("""
                        insert into intake.file (bureau, id, name, size, sha256, received_at, received_by, received_name,
                                                 target, source, continues, headings, profile, mapping)
                        values (:bureau, :id, :name, :size, :sha256, :at, :by, :byName,
                                :target, :source, :continues, :headings, :profile::jsonb, :mapping::jsonb)
                        on conflict (bureau, sha256) do nothing
                        """)
                .param("bureau", actor.bureau().value())
                .param("id", id)
                .param("name", name)
                .param("size", Files.size(spool.path()))
                .param("sha256", spool.sha256())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", actor.staff().value())
                .param("byName", actor.name())
                .param("target", start.target())
                .param("source", start.source())
                .param("continues", id(start.continues()))
                .param("headings", StoredFile.headings(profile))
                .param("profile", json.write(profile))
                .param("mapping", json.write(start.mapping()))
                .update();
        if (added == 0) {
            return Optional.empty();
        }
        chunks(actor, id, spool.path());
        return Optional.of(new FileId(id));
    }

    /**
     * Where the settings of a file begin.
     *
     * @param continues the file whose source is only proposed, or null
     */
    record Start(String target, String source, StoredFile.@Nullable Earlier continues, Mapping mapping) {}

    private static @Nullable UUID id(StoredFile.@Nullable Earlier file) {
        return file == null ? null : file.id().value();
    }

    private void chunks(Actor actor, UUID id, Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] chunk = in.readNBytes(CHUNK);
            for (int n = 0; chunk.length > 0; n++) {
                template.update(
                        "insert into intake.file_chunk (bureau, file, n, bytes) values (?, ?, ?, ?)",
                        actor.bureau().value(),
                        id,
                        n,
                        chunk);
                chunk = in.readNBytes(CHUNK);
            }
        }
    }

    /** The file's bytes on the disk, for as long as they are needed. */
    Spool spool(Actor actor, FileId file) throws IOException {
        return Spool.of(out -> {
            for (int n = 0; ; n++) {
                Optional<byte[]> chunk = jdbc.sql(
                                "select bytes from intake.file_chunk where bureau = ? and file = ? and n = ?")
                        .params(actor.bureau().value(), file.value(), n)
                        .query(byte[].class)
                        .optional();
                if (chunk.isEmpty()) {
                    return;
                }
                out.write(chunk.get());
            }
        });
    }

    StoredFile get(Actor actor, FileId file) {
        return jdbc.sql("""
                        select f.*, e.name as earlier from intake.file f
                          left join intake.file e on e.bureau = f.bureau and e.id = f.continues
                         where f.bureau = ? and f.id = ?
                        """)
                .params(actor.bureau().value(), file.value())
                .query(this::file)
                .optional()
                .orElseThrow(() -> Problem.absent("intake.file.absent"));
    }

    /** The newest file of a source. */
    Optional<StoredFile.Earlier> of(Actor actor, String target, String source) {
        return jdbc.sql("""
                        select id, name from intake.file
                         where bureau = ? and target = ? and source = ? order by received_at desc limit 1
                        """)
                .params(actor.bureau().value(), target, source)
                .query((row, n) ->
                        new StoredFile.Earlier(new FileId(row.getObject("id", UUID.class)), row.getString("name")))
                .optional();
    }

    /** One that has not been dropped. */
    StoredFile getKept(Actor actor, FileId file) {
        StoredFile found = get(actor, file);
        if (found.dropped()) {
            throw Problem.conflict("intake.file.dropped");
        }
        return found;
    }

    /** The bytes of a file that is kept have come again: its time begins anew. False where it was dropped meanwhile. */
    boolean renew(Actor actor, FileId file) {
        return jdbc.sql("""
                        update intake.file set received_at = :at, received_by = :by, received_name = :byName
                         where bureau = :bureau and id = :id and dropped_at is null
                        """)
                        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("by", actor.staff().value())
                        .param("byName", actor.name())
                        .param("bureau", actor.bureau().value())
                        .param("id", file.value())
                        .update()
                == 1;
    }

    /** The bytes of a file that was dropped have come again. */
    @Transactional
    void keepAgain(Actor actor, FileId file, Spool spool, FileProfile profile) throws IOException {
        int again = jdbc.sql("""
                        update intake.file
                           set profile = :profile::jsonb, received_at = :at, received_by = :by, received_name = :byName,
                               dropped_at = null, version = version + 1
                         where bureau = :bureau and id = :id and dropped_at is not null
                        """)
                .param("profile", json.write(profile))
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", actor.staff().value())
                .param("byName", actor.name())
                .param("bureau", actor.bureau().value())
                .param("id", file.value())
                .update();
        if (again == 1) {
            chunks(actor, file.value(), spool.path());
        }
    }

    private StoredFile file(ResultSet row, int n) throws SQLException {
        UUID continues = row.getObject("continues", UUID.class);
        return new StoredFile(
                new FileId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getLong("size"),
                row.getTimestamp("received_at").toInstant(),
                row.getString("received_name"),
                row.getString("target"),
                row.getString("source"),
                continues == null ? null : new StoredFile.Earlier(new FileId(continues), row.getString("earlier")),
                json.read(row.getString("profile"), FileProfile.class),
                json.read(row.getString("mapping"), Mapping.class),
                row.getInt("version"),
                Moments.find(row, "dropped_at"));
    }

    /** Files newest first, after one of them or from the start. */
    List<FileLine> list(Actor actor, @Nullable FileId after, int limit) {
        return jdbc.sql("""
                        select f.id, f.name, f.size, (f.profile ->> 'rows')::bigint as rows, f.received_at, f.received_name
                          from intake.file f
                         where f.bureau = :bureau
                           and (:after::uuid is null or (f.received_at, f.id) <
                                (select a.received_at, a.id from intake.file a where a.bureau = :bureau and a.id = :after))
                         order by f.received_at desc, f.id desc limit :limit
                        """)
                .param("bureau", actor.bureau().value())
                .param("after", after == null ? null : after.value())
                .param("limit", limit)
                .query((row, n) -> new FileLine(
                        new FileId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        row.getLong("size"),
                        row.getLong("rows"),
                        row.getTimestamp("received_at").toInstant(),
                        row.getString("received_name"),
                        null))
                .list();
    }

    /** Keeps the settings of a file; a conflict where somebody else changed them since they were read. */
    void set(Actor actor, StoredFile changed) {
        int rows = jdbc.sql("""
                        update intake.file
                           set target = :target, source = :source, continues = :continues, headings = :headings,
                               profile = :profile::jsonb, mapping = :mapping::jsonb, version = version + 1
                         where bureau = :bureau and id = :id and version = :version
                        """)
                .param("target", changed.target())
                .param("source", changed.source())
                .param("continues", id(changed.continues()))
                .param("headings", changed.headings())
                .param("profile", json.write(changed.profile()))
                .param("mapping", json.write(changed.mapping()))
                .param("bureau", actor.bureau().value())
                .param("id", changed.id().value())
                .param("version", changed.version())
                .update();
        if (rows == 0) {
            throw Problem.conflict("intake.settings.changed");
        }
    }
}
