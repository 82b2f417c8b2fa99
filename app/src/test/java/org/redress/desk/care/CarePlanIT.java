package org.redress.desk.care;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.redress.desk.care.preference.PreferenceStatements;
import org.redress.desk.care.station.StationStatements;
import org.redress.support.RedressIT;
import org.redress.support.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A hundred thousand preferences and reports: what is shown at a contact and who is asked next is read from indexes. */
@RedressIT
@Tag("S3.2")
@Tag("S5.5")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CarePlanIT {

    private static final String ID = "('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid";

    @Autowired
    JdbcClient jdbc;

    private int bureau;

    @BeforeAll
    void fill() {
        bureau = TestDatabase.freshBureau();
        String customer = "('00000000-0000-7000-8000-' || lpad((n / 4)::text, 12, '0'))::uuid";
        jdbc.sql("""
                        insert into care.preference (bureau, id, customer, kind, words, folded, origin, noted_by, noted_at, last_at)
                        select ?, %1$s, %2$s, 'OTHER', 'w' || n, 'w' || n, 'SAID', %2$s, now() - n * interval '1 minute', now()
                          from generate_series(1, 100000) n
                        """.formatted(ID, customer)).param(bureau).update();
        jdbc.sql("""
                        insert into care.preference_step (bureau, preference, customer, what, staff, at, reason, remark)
                        select ?, %1$s, %2$s, 'NOTED', %2$s, now() - n * interval '1 minute', '', ''
                          from generate_series(1, 100000) n
                        """.formatted(ID, customer)).param(bureau).update();
        jdbc.sql("""
                        insert into care.contact (bureau, contact, customer, staff, recorded_at)
                        select ?, %1$s, %2$s, %2$s, now() - n * interval '30 minutes' from generate_series(1, 50000) n
                        """.formatted(ID, customer)).param(bureau).update();
        fillStations();
        for (String table : new String[] {
            "preference", "preference_step", "contact", "station", "station_step", "member", "period", "report", "mark"
        }) {
            jdbc.sql("vacuum analyze care." + table).update();
        }
    }

    /** Forty stations with fifty members and fifty periods each. */
    private void fillStations() {
        String station = "('00000000-0000-7000-8000-' || lpad((n % 40)::text, 12, '0'))::uuid";
        String period = "('00000000-0000-7000-8000-' || lpad((n % 2000)::text, 12, '0'))::uuid";
        String member = "('00000000-0000-7000-8000-' || lpad((n % 40 + n / 2000 * 40)::text, 12, '0'))::uuid";
        execute("""
                insert into care.station (bureau, id, number, name, area, keeper, unit, every, rhythm, starts_on, questions)
                select :bureau, %1$s, n, 's', 'a', %1$s, %1$s, 1, 'WEEKS', current_date, 1 from generate_series(0, 39) n
                """.formatted(ID));
        execute("""
                insert into care.station_step (bureau, station, at, staff, what, words)
                select :bureau, %1$s, now(), %1$s, 'JOINED', '' from generate_series(1, 20000) n
                """.formatted(station));
        execute("""
                insert into care.member (bureau, id, station, customer, noted_by, agreed_at, agreed)
                select :bureau, %1$s, %2$s, %1$s, %1$s, now(), '' from generate_series(0, 2039) n
                """.formatted(ID, station));
        execute("""
                insert into care.period (bureau, id, station, number, from_on, until_on, due_at, questions)
                select :bureau, %1$s, %2$s, n / 40, current_date, current_date, now() - (n / 40) * interval '7 days', 1
                  from generate_series(0, 1999) n
                """.formatted(ID, station));
        execute("""
                insert into care.report (bureau, id, station, period, member, customer, state, due_at, bad, reported_at,
                                         taken_by, taken_at, channel, why, settled_by, settled_at)
                select :bureau, %1$s, %2$s, %3$s, %4$s, %4$s, case when n %% 50 = 0 then 'OWED' else 'TAKEN' end,
                       now() - n * interval '1 minute', n %% 50 = 1, t.at, case when t.at is not null then %1$s end, t.at, 'SMS',
                       case when n %% 100 = 1 then 'w' end, case when n %% 100 = 1 then %1$s end, case when n %% 100 = 1 then now() end
                  from generate_series(0, 99999) n,
                       lateral (select case when n %% 50 > 0 then now() - n * interval '1 minute' end as at) t
                """.formatted(ID, station, period, member));
        execute("""
                insert into care.mark (bureau, report, place, period, key, value, bad)
                select :bureau, %1$s, 1, %2$s, %3$s, 3, false from generate_series(0, 99999) n
                """.formatted(ID, period, station));
    }

    private void execute(String sql) {
        jdbc.sql(sql.replace(":bureau", Integer.toString(bureau))).update();
    }

    private String plan(String sql) {
        String bound = sql.replace(":bureau", Integer.toString(bureau))
                .replace(":customer", "'00000000-0000-7000-8000-000000000007'::uuid")
                .replace(":since", "(now() - interval '30 days')")
                .replace(":station", "'00000000-0000-7000-8000-000000000007'::uuid")
                .replace(":due", "'1970-01-01'::timestamptz")
                .replace(":attempts", "0")
                .replace(":at,", "'9999-01-01'::timestamptz,")
                .replace(":after", "'00000000-0000-7000-8000-000000000007'::uuid")
                .replace(":limit", "12");
        return String.join(
                "\n",
                jdbc.sql("explain (costs off) " + bound).query(String.class).list());
    }

    @Test
    void what_a_customer_wants_us_to_mind_comes_from_an_index() {
        assertThat(plan(PreferenceStatements.standing())).contains("Index").doesNotContain("Seq Scan");
        assertThat(plan(PreferenceStatements.all())).contains("preference_of").doesNotContain("Seq Scan");
        assertThat(plan(PreferenceStatements.steps()))
                .contains("preference_step_of")
                .doesNotContain("Seq Scan")
                .doesNotContain("Sort");
    }

    @Test
    void how_they_are_used_is_a_range_of_contacts_and_their_steps() {
        assertThat(plan(PreferenceStatements.used()))
                .contains("contact_recorded")
                .doesNotContain("Seq Scan on contact");
    }

    @Test
    void who_is_asked_next_and_which_bad_marks_wait_come_from_partial_indexes_in_order() {
        assertThat(plan(StationStatements.owed())).contains("report_owed").doesNotContain("Seq Scan on report");
        assertThat(plan(StationStatements.owedOf())).contains("report_owed").doesNotContain("Seq Scan on report");
        assertThat(plan(StationStatements.open())).contains("report_bad").doesNotContain("Seq Scan on report");
        assertThat(plan(StationStatements.taken())).contains("report_taken").doesNotContain("Seq Scan on report");
        assertThat(plan(StationStatements.bad())).contains("report_bad_of").doesNotContain("Seq Scan on report");
    }

    @Test
    void the_page_of_a_station_reads_its_members_and_its_last_periods_alone() {
        assertThat(plan(StationStatements.members()))
                .contains("member_of", "report_member")
                .doesNotContain("Seq Scan");
        assertThat(plan(StationStatements.replies())).doesNotContain("Seq Scan");
        assertThat(plan(StationStatements.steps())).contains("station_step_of").doesNotContain("Seq Scan");
        assertThat(plan(StationStatements.marks())).contains("mark_of").doesNotContain("Seq Scan");
    }

    @Test
    void what_is_blacked_out_of_a_customer_comes_from_indexes() {
        assertThat(plan(StationStatements.memberships()))
                .contains("member_customer")
                .doesNotContain("Seq Scan");
        assertThat(plan(StationStatements.ofCustomer()))
                .contains("report_customer")
                .doesNotContain("Seq Scan");
    }
}
