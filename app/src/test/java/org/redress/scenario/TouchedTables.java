package org.redress.scenario;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.redress.ground.identity.BureauId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was written: by the running transaction, from the locks it holds, or by anybody since a moment, from what stands there. */
final class TouchedTables {

    private final JdbcClient jdbc;

    TouchedTables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Tables and sequences that the running transaction wrote to, or rows of which it took for itself. */
    Set<String> ofTransaction() {
        return new TreeSet<>(jdbc.sql("""
                        select n.nspname || '.' || c.relname
                          from pg_locks l
                          join pg_class c on c.oid = l.relation
                          join pg_namespace n on n.oid = c.relnamespace
                         where l.pid = pg_backend_pid() and l.locktype = 'relation' and l.mode not in ('AccessShareLock')
                           and c.relkind in ('r', 'p', 'S')
                        """).query((row, n) -> row.getString(1)).list());
    }

    /** Every table with what its rows come to: equal ones have the same rows. */
    Map<String, String> contents() {
        return contents("true", "");
    }

    /** The same of the rows of one bureau. */
    Map<String, String> contents(BureauId bureau) {
        return contents(
                "exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'bureau')",
                " where bureau = " + bureau.value());
    }

    private Map<String, String> contents(String which, String rows) {
        Map<String, String> contents = new TreeMap<>();
        jdbc.sql("""
                        select n.nspname || '.' || c.relname
                          from pg_class c join pg_namespace n on n.oid = c.relnamespace
                         where c.relkind = 'r' and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema' and """ + " " + which)
                .query((row, n) -> row.getString(1))
                .list()
                .forEach(table -> contents.put(
                        table,
                        jdbc.sql("select count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) from "
                                        + table + " t" + rows)
                                .query((row, n) -> row.getString(1))
                                .single()));
        return contents;
    }
}
