package org.redress.ground.party;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.ground.intake.FileId;
import org.redress.ground.intake.Intake;
import org.redress.ground.intake.IntakeRuns;
import org.redress.ground.intake.Run;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.redress.support.SharedData;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RedressIT
@Tag("S4.5")
class CustomerFilesIT {

    private static final String HEADING = "客户编号,客户名称,手机号码,客户类型,月消费,入网日期,离网日期\n";

    @Autowired
    Offices offices;

    @Autowired
    Intake intake;

    @Autowired
    IntakeRuns intakeRuns;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private Actor head;
    private LocalDate today;

    @BeforeEach
    void found() {
        Actor command = offices.found();
        head = offices.hire(command, Posts.HEAD, "2001");
        today = LocalDate.ofInstant(clock.instant(), head.zone());
    }

    private Run read(String name, String text) {
        return run(name, text, Run.Kind.WRITE);
    }

    private Run tried(String name, String text) {
        return run(name, text, Run.Kind.TRIAL);
    }

    private Run run(String name, String text, Run.Kind kind) {
        FileId file = intake.receive(
                head, name, "customers", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        intake.settle(
                head,
                file,
                intake.file(head, file).version(),
                "crm",
                intake.file(head, file).mapping());
        return intakeRuns.runNow(head, file, kind, run -> {});
    }

    private static List<Long> counts(Run run) {
        assertThat(run.failure()).isNull();
        return List.of(run.created(), run.updated(), run.unchanged(), run.rejected());
    }

    /** Each customer by what is known of them. */
    private List<String> standings() {
        return jdbc.sql("""
                        select k.value || ' ' || s.segment || ' ' || coalesce(trim_scale(s.monthly)::text, '-') || ' '
                               || coalesce(s.since::text, '-') || ' ' || coalesce(s.left_on::text, '-')
                          from party.standing s
                          join party.identifying_key k on k.bureau = s.bureau and k.customer = s.customer and k.kind = 'external:crm'
                         where s.bureau = ? order by k.value
                        """)
                .param(head.bureau().value())
                .query((row, n) -> row.getString(1))
                .list();
    }

    @Test
    void rows_become_what_customers_are_to_the_house_and_the_same_rows_again_change_nothing() {
        String rows = "K1,周女士,13812342046,大客户,1299.50,2015-03-01,\nK2,王先生,13812342047,公众客户,59,2020-01-31,2025-06-30\n";
        assertThat(counts(read("a.csv", HEADING + rows))).containsExactly(2L, 0L, 0L, 0L);
        assertThat(standings())
                .containsExactly("K1 KEY_ACCOUNT 1299.5 2015-03-01 -", "K2 RESIDENTIAL 59 2020-01-31 2025-06-30");
        assertThat(counts(read("b.csv", HEADING + rows + "\n"))).containsExactly(0L, 0L, 2L, 0L);
    }

    @Test
    void a_later_file_changes_what_it_says_and_leaves_the_rest() {
        read("a.csv", HEADING + "K1,周女士,13812342046,商业客户,1299.50,2015-03-01,\n");
        assertThat(counts(read("b.csv", "客户编号,月消费,是否离网\nK1,899,是\n"))).containsExactly(0L, 1L, 0L, 0L);
        assertThat(standings()).containsExactly("K1 BUSINESS 899 2015-03-01 " + today);
        assertThat(counts(read("c.csv", "客户编号,是否离网\nK1,否\n"))).containsExactly(0L, 1L, 0L, 0L);
        assertThat(standings()).containsExactly("K1 BUSINESS 899 2015-03-01 -");
    }

    @Test
    void what_a_file_says_again_is_so_again_though_another_said_otherwise_meanwhile() {
        String before = "客户编号,客户名称,月消费,是否离网\nK1,周女士,59,否\n";
        read("a.csv", before);
        read("b.csv", "客户编号,客户名称,月消费,是否离网\nK1,周女士,89,是\n");
        assertThat(standings()).containsExactly("K1 RESIDENTIAL 89 - " + today);
        assertThat(counts(tried("c.csv", before))).containsExactly(0L, 1L, 0L, 0L);
        assertThat(counts(read("c.csv", before))).containsExactly(0L, 1L, 0L, 0L);
        assertThat(standings()).containsExactly("K1 RESIDENTIAL 59 - -");
        assertThat(counts(tried("d.csv", before))).containsExactly(0L, 0L, 1L, 0L);
    }

    @Test
    void a_trial_says_what_the_run_does_then() {
        read("a.csv", HEADING + "K1,周女士,13812342046,公众客户,59,2015-03-01,\n");
        String rows = HEADING
                + "K1,周女士,13812342046,公众客户,59,2015-03-01,\nK1,周女士,13812342046,公众客户,60,2015-03-01,\n"
                + "K2,王先生,13812342047,公众客户,59,2020-01-31,\nK3,丙,,公众客户,1,2015-03-01,2015-02-01\n"
                + "K4,丁,13812342046,公众客户,61,,\n";
        List<Long> tried = counts(tried("b.csv", rows));
        assertThat(tried).containsExactly(2L, 0L, 1L, 2L);
        assertThat(counts(read("b.csv", rows))).isEqualTo(tried);
    }

    @Test
    void who_shares_a_telephone_under_a_number_of_their_own_takes_nobody_s_standing() {
        String household = "13812342046";
        read("phones.csv", "客户名称,手机号码,月消费\n总机," + household + ",10\n");
        String rows = HEADING + "C1,周女士," + household + ",大客户,1299.50,2015-03-01,\n" + "C2,周先生," + household
                + ",公众客户,59,2020-01-31,2025-06-30\n";
        assertThat(counts(tried("a.csv", rows))).containsExactly(1L, 1L, 0L, 0L);
        assertThat(counts(read("a.csv", rows))).containsExactly(1L, 1L, 0L, 0L);
        assertThat(standings())
                .containsExactly("C1 KEY_ACCOUNT 1299.5 2015-03-01 -", "C2 RESIDENTIAL 59 2020-01-31 2025-06-30");
        String third = "客户编号,客户名称,手机号码,月消费\nC3,周奶奶," + household + ",29\n";
        assertThat(counts(tried("b.csv", third))).containsExactly(1L, 0L, 0L, 0L);
        assertThat(counts(read("b.csv", third))).containsExactly(1L, 0L, 0L, 0L);
        assertThat(standings()).hasSize(3).contains("C1 KEY_ACCOUNT 1299.5 2015-03-01 -", "C3 RESIDENTIAL 29 - -");
        assertThat(counts(tried("c.csv", rows + "\n"))).containsExactly(0L, 0L, 2L, 0L);
    }

    @Test
    void what_cannot_be_goes_back_with_its_reason_and_leaves_no_customer_behind() {
        Run run = read(
                "a.csv",
                HEADING + "K1,甲,,公众客户,-1,2015-03-01,\nK2,乙,,公众客户,1,2020-01-31,2019-01-01\n" + "K3,丙,,公众客户,1,"
                        + today.plusDays(2) + ",\n,丁,,公众客户,1,2020-01-31,\nK5,戊,,公众客户,0.005,2020-01-31,\n");
        assertThat(counts(run)).containsExactly(0L, 0L, 0L, 5L);
        assertThat(intakeRuns.reasons(head, run.id()))
                .extracting(reason -> reason.fault().code())
                .contains("customer.left", "date.future", "customer.nobody", "customer.monthly");
        assertThat(jdbc.sql("select count(*) from party.customer where bureau = ?")
                        .param(head.bureau().value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void months_as_a_customer_stand_for_the_first_day_and_do_not_move_it_with_each_file() {
        read("a.csv", "客户编号,在网月数\nK1,7\n");
        assertThat(standings()).containsExactly("K1 RESIDENTIAL - " + today.minusMonths(7) + " -");
        assertThat(counts(read("b.csv", "客户编号,在网月数\nK1,9\n"))).containsExactly(0L, 0L, 1L, 0L);
        assertThat(standings()).containsExactly("K1 RESIDENTIAL - " + today.minusMonths(7) + " -");
    }

    @Test
    void the_classic_set_of_a_telephone_company_comes_in_by_names_and_contents_alone() throws IOException {
        FileId file;
        try (InputStream in = Files.newInputStream(SharedData.file("ibm_churn.csv"))) {
            file = intake.receive(head, "ibm_churn.csv", "customers", in);
        }
        Run run = intakeRuns.runNow(head, file, Run.Kind.WRITE, one -> {});
        assertThat(counts(run)).containsExactly(7043L, 0L, 0L, 0L);
        String sums = jdbc.sql("""
                        select count(*) || ' ' || count(left_on) || ' ' || round(sum(monthly), 2) || ' '
                               || count(*) filter (where since = ?)
                          from party.standing where bureau = ?
                        """)
                .params(today, head.bureau().value())
                .query((row, n) -> row.getString(1))
                .single();
        assertThat(sums).isEqualTo("7043 1869 456116.60 11");
        assertThat(jdbc.sql("""
                                select s.since from party.standing s
                                  join party.identifying_key k on k.bureau = s.bureau and k.customer = s.customer
                                 where s.bureau = ? and k.value = '5575-GNVDE'
                                """)
                        .param(head.bureau().value())
                        .query((row, n) -> row.getObject(1, LocalDate.class))
                        .single())
                .isEqualTo(today.minusMonths(34));
        assertThat(counts(intakeRuns.runNow(head, file, Run.Kind.WRITE, one -> {})))
                .containsExactly(0L, 0L, 7043L, 0L);
    }
}
