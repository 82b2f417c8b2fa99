package org.redress.ground.search;

import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.platform.text.SearchText;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The search index. A document matches when it holds every word of the query: Chinese words anywhere in the text, Latin
 * words and figures from their beginning. What the terms of the index let through is compared with the text itself, so
 * that two pairs standing apart are not taken for a word.
 */
@Component
public class Search {

    private static final int BATCH = 500;

    private final JdbcTemplate batch;
    private final JdbcClient jdbc;

    Search(JdbcTemplate batch, JdbcClient jdbc) {
        this.batch = batch;
        this.jdbc = jdbc;
    }

    /** Puts documents into the index or replaces them, in the running transaction. */
    public void index(BureauId bureau, List<SearchDocument> documents) {
        batch.batchUpdate("""
                insert into search.document (bureau, kind, id, at, plain, terms)
                values (?, ?, ?, ?, ?, array_to_tsvector(?::text[]))
                on conflict (bureau, kind, id) do update
                   set at = excluded.at, plain = excluded.plain, terms = excluded.terms
                 where search.document.plain <> excluded.plain
                """, documents, BATCH, (statement, document) -> {
            String plain = SearchText.plain(document.text());
            statement.setInt(1, bureau.value());
            statement.setString(2, document.kind());
            statement.setObject(3, document.id());
            statement.setTimestamp(4, Timestamp.from(document.at()));
            statement.setString(5, plain);
            statement.setArray(
                    6,
                    statement
                            .getConnection()
                            .createArrayOf("text", SearchText.terms(plain).toArray()));
        });
    }

    /**
     * The newest documents of a kind that match, after {@code after} or from the beginning. Whether the reader may see
     * each of them is for the module that owns them to decide. A query without a word finds nothing.
     */
    public List<Hit> find(Actor actor, String kind, String query, @Nullable Hit after, int limit) {
        String plain = SearchText.plain(query);
        List<SearchText.QueryTerm> terms = SearchText.queryTerms(plain);
        if (terms.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select id, at from search.document
                         where bureau = :bureau and kind = :kind
                           and terms @@ :terms::tsquery
                           and plain like all (:phrases)
                           and (:after::timestamptz is null or (at, id) < (:after::timestamptz, :afterId::uuid))
                         order by at desc, id desc limit :limit
                        """)
                .param("bureau", actor.bureau().value())
                .param("kind", kind)
                .param("terms", terms.stream().map(Search::term).collect(Collectors.joining(" & ")))
                .param(
                        "phrases",
                        SearchText.phrases(plain).stream().map(Search::anywhere).toArray(String[]::new))
                .param("after", after == null ? null : Timestamp.from(after.at()))
                .param("afterId", after == null ? null : after.id())
                .param("limit", limit)
                .query((row, n) -> new Hit(
                        row.getObject("id", UUID.class), row.getTimestamp("at").toInstant()))
                .list();
    }

    private static String term(SearchText.QueryTerm term) {
        return "'" + term.text().replace("'", "''") + (term.prefix() ? "':*" : "'");
    }

    private static String anywhere(String phrase) {
        return "%" + phrase.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
