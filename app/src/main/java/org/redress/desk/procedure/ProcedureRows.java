package org.redress.desk.procedure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.TicketKind;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.UnitId;
import org.redress.ground.rulebook.Limit;
import org.redress.ground.rulebook.Unit;
import org.redress.platform.database.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code procedure.procedure}, {@code procedure.version} and {@code procedure.stage}. */
@Repository
class ProcedureRows {

    private static final String SELECT = """
            select p.id, p.kind, p.failure_type, p.area, p.name, p.number as current,
                   v.number, v.why, v.published_at, v.published_by
              from procedure.procedure p
              join procedure.version v on v.bureau = p.bureau and v.procedure = p.id
             where p.bureau = :bureau and\s""";

    private final JdbcClient jdbc;

    ProcedureRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a procedure without a version; false where there is one for the same tickets. */
    boolean add(BureauId bureau, ProcedureId id, ProcedureDraft draft) {
        return jdbc.sql("""
                        insert into procedure.procedure (bureau, id, kind, failure_type, area, name, number)
                        values (?, ?, ?, ?, ?, ?, 0) on conflict do nothing
                        """)
                        .param(bureau.value())
                        .param(id.value())
                        .param(draft.kind().name())
                        .param(draft.type())
                        .param(draft.area() == null ? null : draft.area().name())
                        .param(draft.name())
                        .update()
                == 1;
    }

    /** Counts the versions up; false where somebody has published one since this number was seen. */
    boolean next(BureauId bureau, ProcedureId id, int seen, String name) {
        return jdbc.sql("""
                        update procedure.procedure set number = number + 1, name = ?
                         where bureau = ? and id = ? and number = ?
                        """).params(name, bureau.value(), id.value(), seen).update() == 1;
    }

    void publish(Actor actor, VersionRef ref, ProcedureDraft draft, Instant at) {
        int bureau = actor.bureau().value();
        jdbc.sql("""
                        insert into procedure.version (bureau, procedure, number, why, published_at, published_by)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        bureau,
                        ref.procedure().value(),
                        ref.number(),
                        draft.why(),
                        Moments.at(at),
                        actor.staff().value())
                .update();
        int place = 0;
        for (Task task : draft.tasks()) {
            jdbc.sql("""
                            insert into procedure.stage
                              (bureau, procedure, number, place, name, unit, post, owed, amount, limit_unit, evidence, control,
                               fail_safe, discretion)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            """)
                    .param(bureau)
                    .param(ref.procedure().value())
                    .param(ref.number())
                    .param(place)
                    .param(task.name())
                    .param(task.unit().value())
                    .param(task.post())
                    .param(task.owed())
                    .param(task.limit().amount())
                    .param(task.limit().unit().name())
                    .param(task.evidence())
                    .param(task.control())
                    .param(draft.failSafe().get(place))
                    .param(draft.discretion().get(place++))
                    .update();
        }
    }

    /** Every procedure in its current version, without its stages; some dozens. */
    List<Procedure> current(BureauId bureau) {
        return jdbc.sql(SELECT + "v.number = p.number order by p.kind, p.failure_type nulls first, p.area nulls first")
                .param("bureau", bureau.value())
                .query((row, n) -> procedure(row))
                .list();
    }

    /** The same with their stages, in one more query. */
    List<Procedure> currentWhole(BureauId bureau) {
        record Of(UUID procedure, Stage stage) {}
        Map<UUID, List<Stage>> stages = jdbc
                .sql("""
                        select s.* from procedure.stage s
                          join procedure.procedure p on p.bureau = s.bureau and p.id = s.procedure and p.number = s.number
                         where s.bureau = ? order by s.procedure, s.place
                        """)
                .param(bureau.value())
                .query((row, n) -> new Of(row.getObject("procedure", UUID.class), stage(row)))
                .list()
                .stream()
                .collect(java.util.stream.Collectors.groupingBy(
                        Of::procedure,
                        java.util.stream.Collectors.mapping(Of::stage, java.util.stream.Collectors.toList())));
        return current(bureau).stream()
                .map(one -> one.with(stages.getOrDefault(one.id().value(), List.of())))
                .toList();
    }

    Optional<Procedure> find(BureauId bureau, ProcedureId id, @Nullable Integer number) {
        return jdbc.sql(SELECT + "p.id = :id and v.number = coalesce(:number, p.number)")
                .param("bureau", bureau.value())
                .param("id", id.value())
                .param("number", number, java.sql.Types.INTEGER)
                .query((row, n) -> procedure(row))
                .optional()
                .map(found -> found.with(stages(bureau, id, found.number())));
    }

    /** For a kind of ticket of a type in an area: the one that says most about it. */
    Optional<ProcedureId> best(BureauId bureau, TicketKind kind, @Nullable String type, Area area) {
        return jdbc.sql("""
                        select id from procedure.procedure
                         where bureau = :bureau and kind = :kind and number > 0
                           and (failure_type is null or failure_type = :type) and (area is null or area = :area)
                         order by failure_type nulls last, area nulls last limit 1
                        """)
                .param("bureau", bureau.value())
                .param("kind", kind.name())
                .param("type", type, java.sql.Types.VARCHAR)
                .param("area", area.name())
                .query((row, n) -> new ProcedureId(row.getObject(1, UUID.class)))
                .optional();
    }

    private List<Stage> stages(BureauId bureau, ProcedureId id, int number) {
        return jdbc.sql(
                        "select * from procedure.stage where bureau = ? and procedure = ? and number = ? order by place")
                .params(bureau.value(), id.value(), number)
                .query((row, n) -> stage(row))
                .list();
    }

    private static Stage stage(ResultSet row) throws SQLException {
        return new Stage(
                row.getInt("place"),
                new Task(
                        row.getString("name"),
                        new UnitId(row.getObject("unit", UUID.class)),
                        row.getString("post"),
                        null,
                        row.getString("owed"),
                        new Limit(row.getInt("amount"), Unit.valueOf(row.getString("limit_unit"))),
                        row.getString("evidence"),
                        row.getBoolean("control")),
                row.getString("fail_safe"),
                row.getString("discretion"));
    }

    /** How many tickets stand at each place of a procedure, whichever version they follow. */
    Map<Integer, Long> standing(BureauId bureau, ProcedureId id) {
        record Count(int place, long tickets) {}
        return jdbc
                .sql("""
                        select place, count(*) as tickets from procedure.segment
                         where bureau = ? and procedure = ? and open group by place
                        """)
                .params(bureau.value(), id.value())
                .query((row, n) -> new Count(row.getInt("place"), row.getLong("tickets")))
                .list()
                .stream()
                .collect(java.util.stream.Collectors.toMap(Count::place, Count::tickets));
    }

    private static Procedure procedure(ResultSet row) throws SQLException {
        String area = row.getString("area");
        return new Procedure(
                new ProcedureId(row.getObject("id", UUID.class)),
                TicketKind.valueOf(row.getString("kind")),
                row.getString("failure_type"),
                area == null ? null : Area.valueOf(area),
                row.getString("name"),
                row.getInt("number"),
                row.getInt("current"),
                row.getString("why"),
                Moments.get(row, "published_at"),
                new StaffId(row.getObject("published_by", UUID.class)),
                List.of());
    }
}
