package org.redress.ground.intake;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.redress.ground.identity.Actor;
import org.redress.ground.intake.StoredFile.Earlier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Mappings kept under a name, and what earlier files with the same headings were. */
@Component
class Templates {

    private final JdbcClient jdbc;
    private final Json json;
    private final Clock clock;

    Templates(JdbcClient jdbc, Json json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Keeps the settings of a file; a template of the same name is replaced. */
    void save(Actor actor, String name, StoredFile file) {
        jdbc.sql("""
                        insert into intake.template (bureau, target, name, headings, source, mapping, saved_at, saved_by)
                        values (:bureau, :target, :name, :headings, :source, :mapping::jsonb, :at, :by)
                        on conflict (bureau, target, name) do update
                           set headings = excluded.headings, source = excluded.source, mapping = excluded.mapping,
                               saved_at = excluded.saved_at, saved_by = excluded.saved_by
                        """)
                .param("bureau", actor.bureau().value())
                .param("target", file.target())
                .param("name", name)
                .param("headings", file.headings())
                .param("source", file.source())
                .param("mapping", json.write(file.mapping()))
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", actor.staff().value())
                .update();
    }

    /** Names of the templates that fit a file, the last saved first. */
    List<String> names(Actor actor, String target, String headings) {
        return jdbc.sql("""
                        select name from intake.template
                         where bureau = ? and target = ? and md5(headings) = md5(?) and headings = ?
                         order by saved_at desc limit 20
                        """)
                .params(actor.bureau().value(), target, headings, headings)
                .query((row, n) -> row.getString(1))
                .list();
    }

    Optional<FileStore.Start> find(Actor actor, String target, String name) {
        return jdbc.sql("select source, mapping from intake.template where bureau = ? and target = ? and name = ?")
                .params(actor.bureau().value(), target, name)
                .query((row, n) ->
                        new FileStore.Start(target, row.getString(1), null, json.read(row.getString(2), Mapping.class)))
                .optional();
    }

    /**
     * The settings of the newest template, else of the newest file, with the same headings. That files look alike does not say
     * that they are from one place: the source of another file is only proposed.
     */
    Optional<FileStore.Start> like(Actor actor, String target, String headings) {
        return jdbc.sql("""
                        (select null::uuid as file, null as name, source, mapping from intake.template
                          where bureau = :bureau and target = :target
                            and md5(headings) = md5(:headings) and headings = :headings
                          order by saved_at desc limit 1)
                        union all
                        (select id, name, source, mapping from intake.file
                          where bureau = :bureau and target = :target
                            and md5(headings) = md5(:headings) and headings = :headings
                          order by received_at desc limit 1)
                        order by file nulls first limit 1
                        """)
                .param("bureau", actor.bureau().value())
                .param("target", target)
                .param("headings", headings)
                .query((row, n) -> {
                    Mapping mapping = json.read(row.getString("mapping"), Mapping.class);
                    UUID file = row.getObject("file", UUID.class);
                    return file == null
                            ? new FileStore.Start(target, row.getString("source"), null, mapping)
                            : as(
                                    target,
                                    row.getString("source"),
                                    new Earlier(new FileId(file), row.getString("name")),
                                    mapping);
                })
                .optional();
    }

    /** What a person decided about the dates of another file holds for this one only if it was kept under a name. */
    private static FileStore.Start as(String target, String source, Earlier file, Mapping mapping) {
        return new FileStore.Start(target, source, file, new Mapping(mapping.uses(), Map.of(), mapping.codes()));
    }
}
