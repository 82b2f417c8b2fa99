package org.redress.ground.intake;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.redress.ground.identity.BureauId;
import org.redress.platform.database.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What of files can still be read: their bytes, the cells that a page shows, and the rows that were sent back. */
@Component
class KeptFiles {

    static final String OLD = """
            select f.id from intake.file f
             where f.bureau = :bureau and f.dropped_at is null and f.received_at < :before
               and not exists (select from intake.run r
                                where r.bureau = f.bureau and r.file = f.id
                                  and (r.ended_at is null or r.ended_at >= :before))
             order by f.received_at, f.id limit :limit
            """;

    private final JdbcClient jdbc;
    private final RejectedStore rejected;
    private final Json json;
    private final Clock clock;

    KeptFiles(JdbcClient jdbc, RejectedStore rejected, Json json, Clock clock) {
        this.jdbc = jdbc;
        this.rejected = rejected;
        this.json = json;
        this.clock = clock;
    }

    /** Files that came in before a moment and of which no run has ended since, the oldest first. */
    List<FileId> old(BureauId bureau, Instant before, int limit) {
        return jdbc.sql(OLD)
                .param("bureau", bureau.value())
                .param("before", Moments.at(before))
                .param("limit", limit)
                .query((row, n) -> new FileId(row.getObject(1, UUID.class)))
                .list();
    }

    /**
     * Drops a file with its rejected rows, unless it came again or was run since that moment. That it came, its headings, and what
     * became of its rows stays; so does which rows were taken, so that the same ones sent again change nothing.
     */
    @Transactional
    void drop(BureauId bureau, FileId file, Instant before) {
        List<FileProfile> held = profiles(bureau, file, before);
        if (held.isEmpty() || ranSince(bureau, file, before)) {
            return;
        }
        jdbc.sql("""
                        update intake.file set profile = ?::jsonb, dropped_at = ?, version = version + 1
                         where bureau = ? and id = ?
                        """)
                .params(
                        json.write(held.getFirst().withoutCells()),
                        Moments.at(clock.instant()),
                        bureau.value(),
                        file.value())
                .update();
        jdbc.sql("delete from intake.file_chunk where bureau = ? and file = ?")
                .params(bureau.value(), file.value())
                .update();
        rejected.drop(bureau, file);
    }

    /** The profile of a file that is kept and has not come again since; its row is held against a run that begins. */
    private List<FileProfile> profiles(BureauId bureau, FileId file, Instant before) {
        return jdbc.sql("""
                        select profile from intake.file
                         where bureau = ? and id = ? and dropped_at is null and received_at < ? for update
                        """)
                .params(bureau.value(), file.value(), Moments.at(before))
                .query((row, n) -> json.read(row.getString(1), FileProfile.class))
                .list();
    }

    private boolean ranSince(BureauId bureau, FileId file, Instant before) {
        return jdbc.sql("""
                        select exists (select from intake.run
                                        where bureau = ? and file = ? and (ended_at is null or ended_at >= ?))
                        """)
                .params(bureau.value(), file.value(), Moments.at(before))
                .query(Boolean.class)
                .single();
    }

    /**
     * Covers words in the cells of files that are kept, in their rejected rows, and in values to which somebody has given a meaning.
     *
     * @param folded the same for words as {@link Fold#of} gives them
     * @return in how many files, rows and settings
     */
    @Transactional
    int cover(BureauId bureau, UnaryOperator<String> words, UnaryOperator<String> folded) {
        record Kept(FileId id, FileProfile profile) {}
        List<Kept> all = jdbc.sql(
                        "select id, profile from intake.file where bureau = ? and dropped_at is null order by id"
                                + " for no key update")
                .param(bureau.value())
                .query((row, n) -> new Kept(
                        new FileId(row.getObject("id", UUID.class)),
                        json.read(row.getString("profile"), FileProfile.class)))
                .list();
        int covered = 0;
        for (Kept one : all) {
            FileProfile after = one.profile().covered(words);
            if (!after.equals(one.profile())) {
                covered++;
                jdbc.sql("""
                                update intake.file set profile = ?::jsonb, version = version + 1 where bureau = ? and id = ?
                                """)
                        .params(json.write(after), bureau.value(), one.id().value())
                        .update();
            }
            covered += rejected.cover(bureau, one.id(), words);
        }
        return covered
                + coverCodes(bureau, "file", List.of("id"), ", version = version + 1", folded)
                + coverCodes(bureau, "run", List.of("id"), "", folded)
                + coverCodes(bureau, "template", List.of("target", "name"), "", folded);
    }

    /**
     * Settings outlive the cells: those of files that were dropped are read too.
     *
     * @param key of the table within a bureau
     */
    private int coverCodes(BureauId bureau, String table, List<String> key, String also, UnaryOperator<String> folded) {
        record Kept(List<Object> key, Mapping mapping) {}
        String columns = String.join(", ", key);
        List<Kept> all = jdbc.sql("select mapping, " + columns + " from intake." + table
                        + " where bureau = ? and mapping -> 'codes' <> '{}' order by " + columns + " for no key update")
                .param(bureau.value())
                .query((row, n) -> {
                    List<Object> found = new ArrayList<>();
                    for (String column : key) {
                        found.add(row.getObject(column));
                    }
                    return new Kept(found, json.read(row.getString("mapping"), Mapping.class));
                })
                .list();
        int covered = 0;
        for (Kept one : all) {
            Mapping after = one.mapping().covered(folded);
            if (!after.equals(one.mapping())) {
                covered++;
                jdbc.sql("update intake." + table + " set mapping = ?::jsonb" + also + " where bureau = ? and "
                                + String.join(" = ? and ", key) + " = ?")
                        .param(json.write(after))
                        .param(bureau.value())
                        .params(one.key())
                        .update();
            }
        }
        return covered;
    }
}
