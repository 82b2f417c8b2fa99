package org.redress.ground.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.redress.support.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The most of the damages for a late installation that the product preset goes, except where somebody has signed it. */
class NoCapIT {

    private static final String URL = TestDatabase.freshDatabase();

    private final JdbcClient jdbc = JdbcClient.create(TestDatabase.dataSource(URL));

    @Test
    void only_what_a_bureau_has_signed_stays() {
        flyway().target("7.87").load().migrate();
        cap(1, 1, false);
        cap(2, 1, true);
        cap(3, 2, false);
        flyway().load().migrate();

        assertThat(jdbc.sql("select bureau from rulebook.rule order by bureau")
                        .query(Integer.class)
                        .list())
                .containsExactly(2, 3);
    }

    private static FluentConfiguration flyway() {
        return Flyway.configure()
                .dataSource(TestDatabase.dataSource(URL))
                .locations("classpath:db/migration")
                .outOfOrder(true);
    }

    private void cap(int bureau, int version, boolean signed) {
        jdbc.sql("""
                        insert into rulebook.rule
                          (bureau, code, jurisdiction, version, id, amount, unit, valid_from, title_zh, title_en, source_zh, source_en,
                           confirm, second, confirmed_by, confirmed_at)
                        values (?, 'install.late.cap', 'house', ?, gen_random_uuid(), 100, 'PERCENT', date '2000-01-01', '', '', '', '',
                                true, true, case when ? then gen_random_uuid() end, case when ? then now() end)
                        """).params(bureau, version, signed, signed).update();
    }
}
