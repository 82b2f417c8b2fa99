package org.redress.cli;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.redress.platform.text.SearchText;
import org.springframework.jdbc.core.JdbcTemplate;

/** What PostgreSQL finds by itself: full text with its own parser and rank, and trigrams by likeness. */
final class BareSearch {

    private final JdbcTemplate jdbc;

    BareSearch(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void fill(Map<UUID, String> texts) {
        jdbc.execute("create extension if not exists pg_trgm");
        jdbc.execute("drop table if exists bare_text");
        jdbc.execute("create table bare_text (id uuid primary key, body text not null, "
                + "words tsvector generated always as (to_tsvector('simple', body)) stored)");
        jdbc.batchUpdate(
                "insert into bare_text (id, body) values (?, ?)",
                texts.entrySet().stream()
                        .map(one -> new Object[] {one.getKey(), one.getValue()})
                        .toList());
        jdbc.execute("create index on bare_text using gin (words)");
        jdbc.execute("create index on bare_text using gin (body gin_trgm_ops)");
        jdbc.execute("analyze bare_text");
    }

    /** The terms by which cases are compared, of all cases of a bureau, under an index of their own. */
    void fillTerms(int bureau) {
        jdbc.execute("drop table if exists bare_terms");
        jdbc.execute("create table bare_terms (id uuid primary key, terms tsvector not null)");
        jdbc.update("insert into bare_terms select ticket, terms from insight.case_terms where bureau = ?", bureau);
        jdbc.execute("create index on bare_terms using gin (terms)");
        jdbc.execute("vacuum analyze bare_terms");
    }

    /** Cases with any of these terms, ranked by the database. */
    List<UUID> terms(Collection<String> asked, int limit) {
        String any = asked.stream()
                .map(term -> "'" + term.replace("\\", "\\\\").replace("'", "''") + "'")
                .collect(Collectors.joining(" | "));
        return any.isEmpty()
                ? List.of()
                : jdbc.query(
                        "select id from bare_terms where terms @@ ?::tsquery order by ts_rank(terms, ?::tsquery) desc, id limit ?",
                        (row, n) -> row.getObject(1, UUID.class),
                        any,
                        any,
                        limit);
    }

    /** Any word of the question, ranked by its own rank. */
    List<UUID> fullText(String question, int limit) {
        String any = SearchText.phrases(SearchText.plain(question)).stream()
                .map(word -> "'" + word.replace("'", "''") + "'")
                .collect(Collectors.joining(" | "));
        return any.isEmpty()
                ? List.of()
                : jdbc.query(
                        "select id from bare_text where words @@ ?::tsquery order by ts_rank_cd(words, ?::tsquery, 1) desc, id limit ?",
                        (row, n) -> row.getObject(1, UUID.class),
                        any,
                        any,
                        limit);
    }

    List<UUID> trigrams(String question, int limit) {
        return jdbc.query(
                "select id from bare_text order by word_similarity(?, body) desc, id limit ?",
                (row, n) -> row.getObject(1, UUID.class),
                question,
                limit);
    }
}
