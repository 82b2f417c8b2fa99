package org.redress.ground.party;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.BureauId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps {@code party.findable} and looks customers up in it. */
@Component
class Findable {

    private static final int BATCH = 500;

    /** So many hits are looked at; who has more must say more. */
    static final int LOOKED_AT = 500;

    /** The inner limit bounds the work for what thousands share, e.g. a family name; no order would be read to its end. */
    static final String FIND = """
            select customer from (
                (select customer, at, 0 as rank from party.findable
                  where bureau = :bureau and terms @@ :whole::tsquery limit :most)
                union all
                (select customer, at, 1 from party.findable
                  where bureau = :bureau and terms @@ :parts::tsquery and plain like all (:phrases) limit :most)
            ) hit
            group by customer order by min(rank), max(at) desc, customer desc limit :limit
            """;

    private final JdbcTemplate batch;
    private final JdbcClient jdbc;

    Findable(JdbcTemplate batch, JdbcClient jdbc) {
        this.batch = batch;
        this.jdbc = jdbc;
    }

    /** Best first: of whom one line says all that was typed, then the latest on file. */
    List<CustomerId> find(BureauId bureau, String typed, int limit) {
        FindableText.Query query = FindableText.query(typed);
        if (query.parts().isEmpty()) {
            return List.of();
        }
        return jdbc.sql(FIND)
                .param("bureau", bureau.value())
                .param("whole", query.whole())
                .param("parts", query.parts())
                .param("phrases", query.phrases().toArray(String[]::new))
                .param("most", LOOKED_AT)
                .param("limit", limit)
                .query((row, n) -> new CustomerId(row.getObject(1, UUID.class)))
                .list();
    }

    private record Line(UUID customer, Instant at, String plain) {}

    /** Writes anew what these customers are found by, as the tables now say; the caller holds their rows. */
    void index(BureauId bureau, Collection<UUID> customers) {
        if (customers.isEmpty()) {
            return;
        }
        List<Line> lines = jdbc.sql("""
                        select c.id, c.created_at, c.name,
                               array(select p.given from party.contact_point p
                                      where p.bureau = c.bureau and p.customer = c.id order by p.seq) as points,
                               array(select k.value from party.identifying_key k
                                      where k.bureau = c.bureau and k.customer = c.id order by k.kind, k.value) as keys
                          from party.customer c where c.bureau = ? and c.id = any(?)
                        """)
                .params(bureau.value(), customers.stream().sorted().toArray(UUID[]::new))
                .query(Findable::line)
                .list();
        batch.batchUpdate("""
                insert into party.findable (bureau, customer, at, plain, terms)
                values (?, ?, ?, ?, array_to_tsvector(?::text[]))
                on conflict (bureau, customer) do update set plain = excluded.plain, terms = excluded.terms
                 where party.findable.plain <> excluded.plain
                """, lines, BATCH, (statement, line) -> {
            statement.setInt(1, bureau.value());
            statement.setObject(2, line.customer());
            statement.setTimestamp(3, Timestamp.from(line.at()));
            statement.setString(4, line.plain());
            statement.setArray(
                    5,
                    statement
                            .getConnection()
                            .createArrayOf(
                                    "text", FindableText.terms(line.plain()).toArray()));
        });
    }

    private static Line line(ResultSet row, int n) throws SQLException {
        String name = row.getString(3);
        List<String> others = new ArrayList<>();
        Stream.concat(texts(row.getArray(4)), texts(row.getArray(5))).forEach(others::add);
        return new Line(
                row.getObject(1, UUID.class),
                row.getTimestamp(2).toInstant(),
                FindableText.plain(name == null ? List.of() : List.of(name), others));
    }

    private static Stream<String> texts(@Nullable Array array) throws SQLException {
        return array == null ? Stream.of() : Arrays.stream((String[]) array.getArray());
    }
}
