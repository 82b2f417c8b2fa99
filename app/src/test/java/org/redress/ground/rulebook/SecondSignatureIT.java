package org.redress.ground.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.redress.support.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rules that come to need a second signature while bureaus work with numbers that one person has set. */
class SecondSignatureIT {

    private static final String URL = TestDatabase.freshDatabase();
    private static final UUID MANAGER = new UUID(0, 7);

    private final JdbcClient jdbc = JdbcClient.create(TestDatabase.dataSource(URL));

    @Test
    void what_one_person_set_and_signed_before_holds_on() {
        flyway().target("7.11").load().migrate();
        revised("credit.run.extra", MANAGER, true);
        revised("install.late.cap", MANAGER, false);
        revised("authority.case.AGENT", new UUID(0, 8), true);

        flyway().load().migrate();
        assertThat(jdbc.sql("select code || ' ' || second || ' ' || (author is null) from rulebook.rule order by code")
                        .query(String.class)
                        .list())
                .isEqualTo(List.of(
                        "authority.case.AGENT false false",
                        "credit.run.extra true true",
                        "install.late.cap true true"));
    }

    private static FluentConfiguration flyway() {
        return Flyway.configure()
                .dataSource(TestDatabase.dataSource(URL))
                .locations("classpath:db/migration")
                .outOfOrder(true);
    }

    private void revised(String code, UUID signer, boolean signed) {
        jdbc.sql("""
                        insert into rulebook.rule
                          (bureau, code, jurisdiction, version, id, amount, unit, valid_from, title_zh, title_en, source_zh, source_en,
                           confirm, confirmed_by, confirmed_at, author)
                        values (1, ?, 'HOUSE', 2, gen_random_uuid(), 5, 'PERCENT', date '2026-11-01', '', '', '', '', true,
                                case when ? then ?::uuid end, case when ? then now() end, ?)
                        """).params(code, signed, signer, signed, MANAGER).update();
    }
}
