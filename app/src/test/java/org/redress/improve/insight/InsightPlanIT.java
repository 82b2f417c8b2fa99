package org.redress.improve.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.redress.improve.insight.cases.CaseStatements;
import org.redress.improve.insight.induction.ClusterStatements;
import org.redress.improve.insight.robust.RobustStatements;
import org.redress.support.RedressIT;
import org.redress.support.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Forty thousand cases: every list and search is read from its index. */
@RedressIT
@Tag("S8.4")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InsightPlanIT {

    private static final String ID = "'" + new UUID(7, 1) + "'";

    @Autowired
    JdbcClient jdbc;

    private int bureau;

    @BeforeAll
    void fill() {
        bureau = TestDatabase.freshBureau();
        jdbc.sql("""
                        insert into insight.recovery_case
                          (bureau, ticket, revision, standing, kind, failure_type, subject, said, answer, settlement, service, place,
                           channel, reopened, received_at, closed_at, written_at)
                        select ?, gen_random_uuid(), 1, n % 50 > 0, 'FAULT', 'type-' || n % 9, 's', 'w', '', '', 'OTHER', '', 'WEB', 0,
                               now() - n * interval '1 minute', now() - n * interval '1 minute', now()
                          from generate_series(1, 40000) n
                        """).param(bureau).update();
        jdbc.sql("""
                        insert into insight.case_terms (bureau, ticket, standing, length, terms)
                        select bureau, ticket, standing, 9,
                               array_to_tsvector(array['common', 'w' || (row_number() over () % 997), 'x' || row_number() over ()])
                          from insight.recovery_case where bureau = ?
                        """).param(bureau).update();
        jdbc.sql("""
                        insert into insight.case_term (bureau, term, cases)
                        select ?, 'x' || n, 1 from generate_series(1, 40000) n
                        """).param(bureau).update();
        jdbc.sql("""
                        insert into insight.cluster (bureau, id, state, present, words, cases, growth, cause_cases, place, first_seen, looked_at)
                        select ?, gen_random_uuid(), 'open', n % 9 > 0, array['a'], n, array[1], 0, '', now(), now()
                          from generate_series(1, 3000) n
                        """).param(bureau).update();
        jdbc.sql("""
                        insert into insight.cluster_member (bureau, ticket, cluster, closed_at)
                        select c.bureau, c.ticket, (select id from insight.cluster where bureau = c.bureau order by id limit 1), c.closed_at
                          from insight.recovery_case c where c.bureau = ? and c.standing limit 9000
                        """).param(bureau).update();
        jdbc.sql("""
                        insert into insight.fact
                          (bureau, ticket, number, version, kind, state, channel, place, unit, failure_type, received_at)
                        select ?, gen_random_uuid(), n, 1, 'COMPLAINT', 'closed', 'WEB', '', gen_random_uuid(), 'type-' || n % 9,
                               now() - n * interval '10 minutes'
                          from generate_series(1, 40000) n
                        """).param(bureau).update();
        for (String table :
                new String[] {"fact", "recovery_case", "case_terms", "case_term", "cluster", "cluster_member"}) {
            jdbc.sql("analyze insight." + table).update();
        }
    }

    private String plan(String sql) {
        String bound = sql.replace(":bureau", Integer.toString(bureau))
                .replace(":after", ID)
                .replace(":at", "now()")
                .replace(":type", "'type-3'")
                .replace(":limit", "31");
        return String.join(
                "\n",
                jdbc.sql("explain (costs off) " + bound)
                        .query((row, n) -> row.getString(1))
                        .list());
    }

    @Test
    void lists_of_cases_are_read_from_their_index_in_order() {
        assertThat(plan(CaseStatements.NEWEST)).contains("recovery_case_newest").doesNotContain("Sort", "Seq Scan");
        assertThat(plan(CaseStatements.NEWEST_OF_TYPE))
                .contains("recovery_case_type")
                .doesNotContain("Sort", "Seq Scan");
    }

    @Test
    void a_term_that_stands_in_no_case_any_more_is_looked_for_by_itself() {
        String sql = CaseStatements.FORGET
                .replaceFirst("\\?", "array['x5', 'x77']")
                .replaceFirst("\\?", "array['''x5''', '''x77''']")
                .replaceFirst("c.bureau = \\?", "c.bureau = " + bureau)
                .replaceFirst("<= \\?", "<= 200");
        assertThat(plan(sql)).contains("case_term_pkey", "case_terms_found").doesNotContain("Seq Scan");
    }

    @Test
    void similar_cases_are_found_by_one_look_into_the_index_for_each_term() {
        String sql = CaseStatements.CANDIDATES
                .replace(":queries", "array['''w5''', '''x77''']")
                .replace(":weights", "array[2.0, 9.0]")
                .replace(":most", "20000")
                .replace(":k1", "1.2")
                .replace(":b ", "0.75 ")
                .replace(" :b +", " 0.75 +")
                .replace(":average", "9")
                .replace(":candidates", "60");
        assertThat(plan(sql)).contains("case_terms_found").doesNotContain("Seq Scan");
    }

    @Test
    void clusters_and_their_cases_are_read_in_order() {
        assertThat(plan(ClusterStatements.SHOWN
                        .replace(":state", "'open'")
                        .replace(":cases", "2000")
                        .replace(":id", ID)))
                .contains("cluster_shown")
                .doesNotContain("Sort", "Seq Scan");
        assertThat(plan(ClusterStatements.MEMBERS.replace(":cluster", ID)))
                .contains("cluster_member_of")
                .doesNotContain("Sort", "Seq Scan");
    }

    @Test
    void complaints_of_a_type_are_counted_from_the_index() {
        assertThat(plan(RobustStatements.COMPLAINTS.replace(":since", "now() - interval '9 days'")))
                .doesNotContain("Seq Scan");
    }
}
