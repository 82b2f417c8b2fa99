package org.redress.improve.insight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.BureauId;
import org.redress.platform.database.Ids;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of causes. */
@Component
class CauseRows {

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;

    CauseRows(JdbcClient jdbc, JdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    CauseTree tree(BureauId bureau) {
        return CauseTree.of(
                jdbc.sql("""
                        select id, parent, code, name_zh, name_en, position, active, version
                          from insight.cause where bureau = ?
                        """).param(bureau.value()).query(CauseRows::row).list());
    }

    /** Lays out the causes of a bureau that has none. */
    void layOut(BureauId bureau, List<DefaultCauses.Entry> entries) {
        Map<String, UUID> ids = entries.stream().collect(Collectors.toMap(DefaultCauses.Entry::code, e -> Ids.next()));
        batch.batchUpdate("""
                insert into insight.cause (bureau, id, parent, code, name_zh, name_en, position)
                values (?, ?, ?, ?, ?, ?, ?)
                """, entries, 100, (statement, entry) -> {
            statement.setInt(1, bureau.value());
            statement.setObject(2, ids.get(entry.code()));
            statement.setObject(3, ids.get(entry.parent()));
            statement.setString(4, entry.code());
            statement.setString(5, entry.nameZh());
            statement.setString(6, entry.nameEn());
            statement.setInt(7, entry.position());
        });
    }

    /** Adds a cause as the last below its parent; its code grows from the parent's. */
    CauseId add(BureauId bureau, @Nullable CauseId parent, String nameZh, String nameEn) {
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into insight.cause (bureau, id, parent, code, name_zh, name_en, position)
                        select :bureau, :id, :parent,
                               coalesce((select code || '.' from insight.cause where bureau = :bureau and id = :parent), 'c')
                                 || last.position + 1,
                               :zh, :en, last.position + 1
                          from (select coalesce(max(position), 0) as position from insight.cause
                                 where bureau = :bureau and parent is not distinct from :parent) last
                        """)
                .param("bureau", bureau.value())
                .param("id", id)
                .param("parent", parent == null ? null : parent.value(), Types.OTHER)
                .param("zh", nameZh)
                .param("en", nameEn)
                .update();
        return new CauseId(id);
    }

    boolean rename(BureauId bureau, CauseId id, int version, String nameZh, String nameEn) {
        return jdbc.sql("""
                        update insight.cause set name_zh = ?, name_en = ?, version = version + 1
                         where bureau = ? and id = ? and version = ?
                        """)
                        .params(nameZh, nameEn, bureau.value(), id.value(), version)
                        .update()
                == 1;
    }

    boolean setActive(BureauId bureau, CauseId id, int version, boolean active) {
        return jdbc.sql("""
                        update insight.cause set active = ?, version = version + 1
                         where bureau = ? and id = ? and version = ?
                        """).params(active, bureau.value(), id.value(), version).update() == 1;
    }

    /** Changes places with the neighbour above or below; nothing happens at the end. */
    boolean move(BureauId bureau, CauseId id, int version, boolean up) {
        return jdbc.sql("""
                        with me as (
                          select id, parent, position from insight.cause
                           where bureau = :bureau and id = :id and version = :version for update
                        ), other as (
                          select o.id, o.position from insight.cause o, me
                           where o.bureau = :bureau and o.parent is not distinct from me.parent
                             and (case when :up then o.position < me.position else o.position > me.position end)
                           order by abs(o.position - me.position) limit 1 for update of o
                        )
                        update insight.cause c
                           set position = case when c.id = me.id then other.position else me.position end,
                               version = c.version + 1
                          from me, other
                         where c.bureau = :bureau and c.id in (me.id, other.id)
                        """)
                        .param("bureau", bureau.value())
                        .param("id", id.value())
                        .param("version", version)
                        .param("up", up)
                        .update()
                == 2;
    }

    private static CauseTree.Row row(ResultSet row, int n) throws SQLException {
        UUID parent = row.getObject("parent", UUID.class);
        return new CauseTree.Row(
                new CauseId(row.getObject("id", UUID.class)),
                parent == null ? null : new CauseId(parent),
                row.getString("code"),
                row.getString("name_zh"),
                row.getString("name_en"),
                row.getInt("position"),
                row.getBoolean("active"),
                row.getInt("version"));
    }
}
