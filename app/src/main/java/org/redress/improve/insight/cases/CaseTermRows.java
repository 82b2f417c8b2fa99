package org.redress.improve.insight.cases;

import java.sql.Connection;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.BureauId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code insight.case_terms}, {@code insight.case_term} and {@code insight.case_count}. */
@Repository
class CaseTermRows {

    /** Each term by its own scan of the index, so that the cost is known before: how many cases it stands in. */
    static final String CANDIDATES = """
            select c.ticket
              from unnest(:queries::text[], :weights::float8[]) q (query, weight)
             cross join lateral (select t.ticket, t.length from insight.case_terms t
                                  where t.bureau = :bureau and t.terms @@ q.query::tsquery and t.standing limit :most) c
             group by c.ticket
             order by sum(q.weight) / (1 + :k1 * (1 - :b + :b * max(c.length) / :average)) desc, c.ticket desc
             limit :candidates
            """;

    /** Some cases whose terms are not counted yet; counted once, by one job at a time. */
    private static final String COUNT = """
            with next as materialized (
                delete from insight.case_uncounted u
                 using (select bureau, ticket from insight.case_uncounted
                         order by bureau, ticket limit :some for update skip locked) n
                 where u.bureau = n.bureau and u.ticket = n.ticket returning u.bureau, u.ticket),
            fresh as materialized (
                select t.bureau, t.length, t.terms from next n
                  join insight.case_terms t on t.bureau = n.bureau and t.ticket = n.ticket),
            terms as (insert into insight.case_term as t (bureau, term, cases)
                      select n.bureau, l.lexeme, count(*) from fresh n, unnest(n.terms) l group by 1, 2 order by 1, 2
                          on conflict (bureau, term) do update set cases = t.cases + excluded.cases),
            total as (insert into insight.case_count as t (bureau, cases, length)
                      select bureau, count(*), sum(length) from fresh group by bureau order by bureau
                          on conflict (bureau) do update
                             set cases = t.cases + excluded.cases, length = t.length + excluded.length)
            select count(*) from next
            """;

    private static final String TERMS = """
            select l.lexeme from insight.case_terms t, unnest(t.terms) l where t.bureau = ? and t.ticket = ? order by 1
            """;

    /** A case that was written anew stays counted with its first words, so that no count is trusted to be 0. */
    private static final String FEWER = """
            update insight.case_term set cases = greatest(cases - 1, 1) where bureau = ? and term = any(?)
            """;

    /** Whether any case still has a rare term is asked of the cases themselves. */
    static final String FORGET = """
            delete from insight.case_term c
             using unnest(?::text[], ?::text[]) gone (term, query)
             where c.bureau = ? and c.term = gone.term and c.cases <= ?
               and not exists (select from insight.case_terms t
                                where t.bureau = c.bureau and t.terms @@ gone.query::tsquery)
            """;

    /** A name that stands in more cases than this is not one person's. */
    private static final int RARE = 200;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    CaseTermRows(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** Puts the words of a new case into the index. */
    void add(BureauId bureau, RecoveryCase one) {
        write(bureau, one);
        jdbc.sql("insert into insight.case_uncounted (bureau, ticket) values (?, ?) on conflict do nothing")
                .params(bureau.value(), one.ticket().value())
                .update();
    }

    /** Puts new words in the place of the old ones; the case stays counted with its first. */
    void write(BureauId bureau, RecoveryCase one) {
        CaseTerms terms = CaseTerms.of(one);
        template.update(connection -> {
            var statement = connection.prepareStatement("""
                    insert into insight.case_terms (bureau, ticket, standing, length, terms)
                    values (?, ?, ?, ?, array_to_tsvector(?::text[]))
                    on conflict (bureau, ticket) do update
                       set standing = excluded.standing, length = excluded.length, terms = excluded.terms
                    """);
            statement.setInt(1, bureau.value());
            statement.setObject(2, one.ticket().value());
            statement.setBoolean(3, one.standing());
            statement.setInt(4, terms.length());
            statement.setArray(5, array(connection, terms.counts().keySet()));
            return statement;
        });
    }

    /** Puts covered words in the place of the old ones: what stands in no case any more is not kept as a term either. */
    void cover(BureauId bureau, RecoveryCase one) {
        boolean uncounted = jdbc.sql("delete from insight.case_uncounted where bureau = ? and ticket = ?")
                        .params(bureau.value(), one.ticket().value())
                        .update()
                > 0;
        Set<String> gone = terms(bureau, one.ticket());
        write(bureau, one);
        if (uncounted) {
            jdbc.sql("insert into insight.case_uncounted (bureau, ticket) values (?, ?)")
                    .params(bureau.value(), one.ticket().value())
                    .update();
        }
        gone.removeAll(terms(bureau, one.ticket()));
        String[] terms = gone.toArray(String[]::new);
        if (!uncounted) {
            jdbc.sql(FEWER).params(bureau.value(), terms).update();
        }
        String[] queries = gone.stream().map(Condition::quoted).toArray(String[]::new);
        jdbc.sql(FORGET).params(terms, queries, bureau.value(), RARE).update();
    }

    private Set<String> terms(BureauId bureau, TicketId ticket) {
        return new TreeSet<>(jdbc.sql(TERMS)
                .params(bureau.value(), ticket.value())
                .query(String.class)
                .list());
    }

    private static java.sql.Array array(Connection connection, Set<String> terms) throws java.sql.SQLException {
        return connection.createArrayOf("text", terms.toArray());
    }

    /** By what a case is found: what the customer said. A full stop keeps the end of the subject apart from the text. */
    static String words(RecoveryCase one) {
        return one.failure().subject() + "。" + one.failure().said();
    }

    /** Counts the terms of some cases; how many there were. */
    int count(int some) {
        return jdbc.sql(COUNT).param("some", some).query(Integer.class).single();
    }

    /** How many cases there are, and how long they are on average. */
    record Total(long cases, double length) {}

    Total total(BureauId bureau) {
        return jdbc.sql("select cases, length from insight.case_count where bureau = ?")
                .param(bureau.value())
                .query((row, n) -> new Total(row.getLong(1), Math.max(1, (double) row.getLong(2) / row.getLong(1))))
                .optional()
                .orElse(new Total(0, 1));
    }

    /** In how many cases each of these terms stands; 0 for one that is not counted yet. */
    Map<String, Integer> cases(BureauId bureau, Collection<String> terms) {
        record Count(String term, int cases) {}
        Map<String, Integer> counts = new HashMap<>(jdbc
                .sql("select term, cases from insight.case_term where bureau = ? and term = any(?)")
                .params(bureau.value(), terms.toArray(String[]::new))
                .query((row, n) -> new Count(row.getString(1), row.getInt(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Count::term, Count::cases)));
        terms.forEach(term -> counts.putIfAbsent(term, 0));
        return counts;
    }

    /** One condition on the index and what a case gains that meets it. */
    record Condition(String query, double weight) {

        static Condition of(String term, double weight) {
            return new Condition(quoted(term), weight);
        }

        static Condition all(List<String> terms, double weight) {
            return new Condition(terms.stream().map(Condition::quoted).collect(Collectors.joining(" & ")), weight);
        }

        private static String quoted(String term) {
            return "'" + term.replace("\\", "\\\\").replace("'", "''") + "'";
        }
    }

    /**
     * The cases that meet conditions best.
     *
     * @param most how many cases are looked at for one condition
     */
    List<TicketId> candidates(BureauId bureau, List<Condition> conditions, double average, int most, int limit) {
        return jdbc.sql(CANDIDATES)
                .param("queries", conditions.stream().map(Condition::query).toArray(String[]::new))
                .param("weights", conditions.stream().map(Condition::weight).toArray(Double[]::new))
                .param("bureau", bureau.value())
                .param("most", most)
                .param("k1", Likeness.K1)
                .param("b", Likeness.B)
                .param("average", average)
                .param("candidates", limit)
                .query((row, n) -> new TicketId(row.getObject(1, UUID.class)))
                .list();
    }
}
