package org.redress.platform.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What the product keeps in a database, as the database itself tells it. All names come quoted where SQL asks for it. */
final class Catalog {

    /** Neither PostgreSQL's own, nor of an extension, nor the list of migrations, nor a part of a partitioned table. */
    private static final String OURS = """
            n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
            and c.relname <> 'flyway_schema_history' and not c.relispartition
            and not exists (select from pg_depend d
                            where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
            """;

    /**
     * @param columns those that are stored rather than generated
     * @param bureau true if its rows belong to bureaus
     * @param estimate about how many rows it has
     */
    record Table(String name, List<String> columns, boolean bureau, long estimate) {}

    /**
     * Two statements that undo each other.
     *
     * @param off takes a rule out of force for a while
     * @param on puts it back
     */
    record Rule(String off, String on) {}

    private Catalog() {}

    static List<Table> tables(Connection connection) throws SQLException {
        return list(
                connection,
                """
                select format('%I.%I', n.nspname, c.relname),
                       array(select format('%I', a.attname) from pg_attribute a
                             where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                             order by a.attnum),
                       exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'bureau'),
                       greatest(c.reltuples, 0)::bigint
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('r', 'p') and {ours}
                order by 1
                """,
                row -> new Table(
                        row.getString(1),
                        Arrays.asList((String[]) row.getArray(2).getArray()),
                        row.getBoolean(3),
                        row.getLong(4)));
    }

    static List<BackupManifest.Sequence> sequences(Connection connection) throws SQLException {
        List<BackupManifest.Sequence> all = new ArrayList<>();
        List<String> names = list(connection, """
                select format('%I.%I', n.nspname, c.relname)
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind = 'S' and {ours}
                order by 1
                """, row -> row.getString(1));
        for (String name : names) {
            // The functions on sequences tell what was given out last, which is nothing after a restart with a value.
            String sql = """
                    select last_value + case when is_called then seqincrement else 0 end
                    from %s, pg_sequence where seqrelid = '%s'::regclass
                    """.formatted(name, name.replace("'", "''"));
            all.add(new BackupManifest.Sequence(
                    name, list(connection, sql, row -> row.getLong(1)).getFirst()));
        }
        return all;
    }

    static List<String> migrations(Connection connection) throws SQLException {
        return list(
                connection,
                "select version from flyway_schema_history where success and version is not null order by version",
                row -> row.getString(1));
    }

    /** Foreign keys and triggers: what must rest while rows come in that were checked when they were first written. */
    static List<Rule> rules(Connection connection) throws SQLException {
        List<Rule> rules = list(connection, """
                select format('alter table %s drop constraint %I', f.conrelid::regclass, f.conname),
                       format('alter table %s add constraint %I %s',
                              f.conrelid::regclass, f.conname, pg_get_constraintdef(f.oid))
                from pg_constraint f join pg_class c on c.oid = f.conrelid join pg_namespace n on n.oid = c.relnamespace
                where f.contype = 'f' and f.conparentid = 0 and {ours}
                order by 1
                """, Catalog::rule);
        rules.addAll(list(connection, """
                select format('alter table %s disable trigger %I', t.tgrelid::regclass, t.tgname),
                       format('alter table %s enable %s trigger %I', t.tgrelid::regclass,
                              case t.tgenabled when 'A' then 'always' else '' end, t.tgname)
                from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
                where not t.tgisinternal and t.tgparentid = 0 and t.tgenabled in ('O', 'A') and {ours}
                order by 1
                """, Catalog::rule));
        return rules;
    }

    private static Rule rule(ResultSet row) throws SQLException {
        return new Rule(row.getString(1), row.getString(2));
    }

    interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    static <T> List<T> list(Connection connection, String sql, Reading<T> reading) throws SQLException {
        List<T> all = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql.replace("{ours}", OURS))) {
            while (rows.next()) {
                all.add(reading.read(rows));
            }
        }
        return all;
    }

    static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
