package org.redress.support;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.redress.ground.identity.BureauId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every column of the product's tables in which something can be written: texts, lists of them, JSON, search terms and bytes. */
@Component
public class EveryText {

    private final JdbcClient jdbc;

    EveryText(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Column(String table, String name, String type, boolean ofBureau) {

        /** Whether one of the words stands in it; what they are is parameter {@code words}. */
        String tells() {
            return type.equals("bytea")
                    ? "exists (select from unnest(:words::text[]) w where position(convert_to(w, 'UTF8') in t.\"" + name
                            + "\") > 0)"
                    : "exists (select from unnest(:words::text[]) w where position(w in t.\"" + name + "\"::text) > 0)";
        }
    }

    /** The columns, as {@code schema.table.column}, in which any of these words stands in a row of the bureau. */
    public Set<String> telling(BureauId bureau, Collection<String> words) {
        Set<String> telling = new TreeSet<>();
        columns()
                .forEach((table, columns) -> telling.addAll(jdbc.sql(question(table, columns))
                        .param("bureau", bureau.value())
                        .param("words", words.toArray(String[]::new))
                        .query((row, n) -> {
                            List<String> found = new ArrayList<>();
                            for (int i = 0; i < columns.size(); i++) {
                                if (row.getBoolean(i + 1)) {
                                    found.add(table + "." + columns.get(i).name());
                                }
                            }
                            return found;
                        })
                        .single()));
        return telling;
    }

    private static String question(String table, List<Column> columns) {
        return "select "
                + columns.stream()
                        .map(column -> "coalesce(bool_or(" + column.tells() + "), false)")
                        .collect(Collectors.joining(", "))
                + " from " + table + " t where " + (columns.getFirst().ofBureau() ? "bureau = :bureau" : ":bureau > 0");
    }

    private Map<String, List<Column>> columns() {
        return jdbc
                .sql("""
                        select c.table_schema || '.' || c.table_name as of, c.column_name, c.udt_name,
                               exists (select from information_schema.columns b
                                        where b.table_schema = c.table_schema and b.table_name = c.table_name
                                          and b.column_name = 'bureau') as of_bureau
                          from information_schema.columns c
                          join information_schema.tables t using (table_schema, table_name)
                         where t.table_type = 'BASE TABLE'
                           and c.table_schema not in ('pg_catalog', 'information_schema')
                           and c.udt_name in ('text', 'varchar', 'bpchar', 'json', 'jsonb', 'bytea', 'tsvector', '_text', '_varchar')
                        """)
                .query((row, n) -> new Column(
                        row.getString("of"),
                        row.getString("column_name"),
                        row.getString("udt_name"),
                        row.getBoolean("of_bureau")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Column::table, TreeMap::new, Collectors.toList()));
    }
}
