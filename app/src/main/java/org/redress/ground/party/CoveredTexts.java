package org.redress.ground.party;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.BureauId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Covers what must not be read any more in text columns of a room's own tables. */
@Component
public class CoveredTexts {

    private final JdbcClient jdbc;

    CoveredTexts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A table with texts about something.
     *
     * @param about column by which its rows belong to their things
     * @param keys columns that together tell its rows apart within the bureau
     */
    public record Table(String name, String about, List<String> keys, List<String> texts) {}

    private record Row(List<Object> key, List<@Nullable String> texts) {}

    /** How many rows were covered of those that belong to these things; holds them until the transaction ends. */
    public int cover(BureauId bureau, Table table, Collection<UUID> things, Blackout words) {
        List<Row> rows = jdbc.sql("select " + String.join(", ", table.keys()) + ", " + String.join(", ", table.texts())
                        + " from " + table.name() + " where bureau = ? and " + table.about() + " = any(?) for update")
                .params(bureau.value(), things.toArray(UUID[]::new))
                .query((row, n) -> {
                    List<Object> key = new ArrayList<>();
                    for (String column : table.keys()) {
                        key.add(Objects.requireNonNull(row.getObject(column)));
                    }
                    List<@Nullable String> texts = new ArrayList<>();
                    for (String column : table.texts()) {
                        texts.add(row.getString(column));
                    }
                    return new Row(key, texts);
                })
                .list();
        int covered = 0;
        for (Row row : rows) {
            List<@Nullable String> after = new ArrayList<>();
            for (String text : row.texts()) {
                after.add(text == null ? null : words.over(text));
            }
            if (!after.equals(row.texts())) {
                covered++;
                write(bureau, table, row, after);
            }
        }
        return covered;
    }

    private void write(BureauId bureau, Table table, Row row, List<@Nullable String> after) {
        List<@Nullable Object> params = new ArrayList<>(after);
        params.add(bureau.value());
        params.addAll(row.key());
        jdbc.sql("update " + table.name() + " set " + terms(table.texts(), ", ") + " where bureau = ? and "
                        + terms(table.keys(), " and "))
                .params(params)
                .update();
    }

    private static String terms(List<String> columns, String between) {
        return columns.stream().map(column -> column + " = ?").collect(Collectors.joining(between));
    }
}
