package org.redress.ground.intake.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redress.ground.intake.DateConflict;
import org.redress.ground.intake.FileProfile;
import org.redress.ground.intake.Guess;
import org.redress.ground.intake.Ledger;
import org.redress.ground.intake.Mapping;
import org.redress.ground.intake.Mapping.Role;
import org.redress.ground.intake.Mapping.Use;
import org.redress.ground.intake.reading.Conflicts;
import org.redress.support.SharedData;

class ProfilerTest {

    @TempDir
    Path folder;

    private FileProfile profile(String text) throws IOException {
        return Ledger.profile(Files.write(folder.resolve("a.csv"), text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Use use(FileProfile profile, String name) {
        Mapping mapping = Guesser.propose(Ledger.FIELDS, profile);
        return profile.columns().stream()
                .filter(column -> column.name().equals(name))
                .map(column -> mapping.uses().get(column.position()))
                .findFirst()
                .orElseThrow();
    }

    private static FileProfile.Dates dates(FileProfile profile, String name) {
        return Objects.requireNonNull(profile.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow()
                .dates());
    }

    private static List<DateConflict> conflicts(FileProfile profile) {
        return Conflicts.of(Ledger.FIELDS, profile, Guesser.propose(Ledger.FIELDS, profile));
    }

    @Test
    void comcast_thirteen_rows_out_of_the_span_are_a_conflict_with_its_counts() {
        FileProfile profile = Ledger.profile(SharedData.file("comcast_sample.csv"), "US");

        assertThat(profile.rows()).isEqualTo(51);
        assertThat(use(profile, "Date")).isEqualTo(Use.field("received"));
        assertThat(use(profile, "Time")).isEqualTo(new Use(Role.TIME_OF, "received"));
        assertThat(use(profile, "Date_month_year")).isEqualTo(new Use(Role.CHECK_OF, "received"));
        DateConflict conflict = conflicts(profile).getFirst();
        assertThat(conflict.kind()).isEqualTo(DateConflict.Kind.OUTSIDERS);
        assertThat(conflict.prevailing()).as("day first").isTrue();
        assertThat(conflict.dates().dayFirst()).isEqualTo(36);
        assertThat(conflict.dates().monthFirst()).isZero();
        assertThat(conflict.dates().both()).isEqualTo(15);
        assertThat(conflict.outsiders()).isEqualTo(13);
        assertThat(conflict.dates().from()).isEqualTo(LocalDate.of(2015, 4, 1));
        assertThat(conflict.dates().to()).isEqualTo(LocalDate.of(2015, 6, 30));
        FileProfile.Check check = conflict.checks().getFirst();
        assertThat(check.second()).as("carries the same swap").isEqualTo(3);
        assertThat(check.dayFirst()).isEqualTo(15);
        assertThat(check.monthFirst()).isZero();
        assertThat(check.outside()).isEqualTo(13);
    }

    @Test
    void comcast_lost_zeros_of_zip_codes_are_seen() {
        FileProfile profile = Ledger.profile(SharedData.file("comcast_sample.csv"), "US");
        FileProfile.Column zip = profile.columns().get(8);

        assertThat(zip.shapes().length()).isEqualTo(5);
        assertThat(zip.shapes().shorter()).isEqualTo(3);
        assertThat(use(profile, "Zip code")).isEqualTo(Use.field("postal"));
        assertThat(use(profile, "Status")).isEqualTo(Use.field("state"));
        assertThat(use(profile, "Ticket #")).isEqualTo(Use.field("number"));
    }

    @Test
    void an_incident_log_is_read_day_first_without_a_question() {
        FileProfile profile = Ledger.profile(SharedData.file("incident_uci_first6k.csv"));

        assertThat(use(profile, "opened_at")).isEqualTo(Use.field("received"));
        assertThat(dates(profile, "opened_at").dayFirst()).isEqualTo(1342);
        assertThat(dates(profile, "opened_at").both()).isEqualTo(4658);
        assertThat(conflicts(profile)).isEmpty();
        FileProfile.Column vendor = profile.columns().get(30);
        assertThat(vendor.missing()).isEqualTo(6000);
        assertThat(vendor.token()).isEqualTo("?");
        assertThat(use(profile, "incident_state")).isEqualTo(Use.field("state"));
    }

    @Test
    void letters_to_a_mayor_find_their_fields() {
        FileProfile profile = Ledger.profile(SharedData.file("zhengwu/附件2_示例.xlsx"));

        assertThat(profile.rows()).isEqualTo(495);
        assertThat(profile.blank()).isEqualTo(64_707);
        assertThat(use(profile, "留言编号")).isEqualTo(Use.field("number"));
        assertThat(use(profile, "留言时间")).isEqualTo(Use.field("received"));
        assertThat(use(profile, "留言主题")).isEqualTo(Use.field("subject"));
        assertThat(use(profile, "留言详情")).isEqualTo(Use.field("text"));
        assertThat(profile.columns().getFirst().repeated()).isEqualTo(1);
        assertThat(conflicts(profile)).isEmpty();
    }

    /** buckets #460: of two columns one was lost. */
    @Test
    void equal_headings_are_told_apart_by_their_place() {
        FileProfile profile = Ledger.profile(SharedData.file("mathorcup/附件1语音业务用户满意度数据.xlsx"));

        assertThat(profile.columns()).hasSize(55);
        assertThat(profile.columns().stream()
                        .filter(column -> column.twin() > 0)
                        .map(FileProfile.Column::name))
                .containsExactly("其他，请注明", "用户描述", "其他，请注明", "用户描述");
        assertThat(profile.columns().stream()
                        .mapToLong(column -> column.shapes().errors())
                        .sum())
                .isEqualTo(2);
    }

    @Test
    void of_two_headings_with_the_same_beginning_the_whole_one_is_meant_wherever_it_stands() throws IOException {
        for (String heading : List.of("编号,受理日期,投诉内容,投诉内容补充", "编号,受理日期,投诉内容补充,投诉内容")) {
            FileProfile profile = profile(heading + "\n1,2026-10-03,断网,又断\n");

            assertThat(use(profile, "投诉内容")).isEqualTo(Use.field("text"));
            assertThat(use(profile, "投诉内容补充")).isNotEqualTo(Use.field("text"));
        }
    }

    @Test
    void rows_of_both_orders_are_a_conflict_that_a_column_with_the_month_settles() throws IOException {
        FileProfile profile = profile("""
                编号,受理日期,登记月份
                1,13/10/2026,2026年10月
                2,10/14/2026,2026-10
                3,03/10/2026,2026年10月
                4,10/04/2026,2026-10
                5,10/05/2026,
                """);
        DateConflict conflict = conflicts(profile).getFirst();

        assertThat(conflict.kind()).isEqualTo(DateConflict.Kind.MIXED);
        assertThat(conflict.dates().dayFirst()).isEqualTo(1);
        assertThat(conflict.dates().monthFirst()).isEqualTo(1);
        assertThat(conflict.dates().both()).isEqualTo(3);
        FileProfile.Check check = conflict.checks().getFirst();
        assertThat(check.dayFirst()).isEqualTo(1);
        assertThat(check.monthFirst()).isEqualTo(1);
        assertThat(check.silent()).isEqualTo(1);
        assertThat(use(profile, "登记月份")).isEqualTo(new Use(Role.CHECK_OF, "received"));
    }

    @Test
    void a_column_in_which_no_row_tells_is_a_conflict() throws IOException {
        DateConflict conflict =
                conflicts(profile("编号,受理日期\n1,03/10/2026\n2,04/10/2026\n")).getFirst();

        assertThat(conflict.kind()).isEqualTo(DateConflict.Kind.OPEN);
    }

    @Test
    void a_column_of_the_same_moment_that_says_otherwise_is_a_conflict() throws IOException {
        DateConflict conflict = conflicts(
                        profile("编号,受理日期,登记月份\n1,13/10/2026,2026-10\n2,03/10/2026,2026-10\n3,10/04/2026,2026-10\n"))
                .getFirst();

        assertThat(conflict.kind()).isEqualTo(DateConflict.Kind.CONTRADICTED);
    }

    @Test
    void a_column_of_another_event_proves_nothing() throws IOException {
        FileProfile profile = profile("""
                编号,受理日期,登记月份
                1,13/10/2026,2026-10
                2,03/10/2026,2026-10
                3,10/04/2026,2026-10
                4,10/06/2026,2026-12
                5,28/03/2026,2026-07
                """);

        assertThat(profile.checks().getFirst().monthFirst()).isEqualTo(1);
        assertThat(conflicts(profile)).isEmpty();
    }

    @Test
    void a_file_that_ends_some_days_into_a_month_asks_no_question() throws IOException {
        assertThat(conflicts(profile("编号,受理日期\n1,13/6/2026\n2,29/6/2026\n3,1/7/2026\n4,2/7/2026\n")))
                .isEmpty();
    }

    @Test
    void a_date_in_the_year_2999_does_not_stretch_the_span() throws IOException {
        FileProfile profile = profile("编号,受理日期\n1,13/6/2026\n2,29/6/2999\n3,31/12/1899\n");

        assertThat(dates(profile, "受理日期").to()).isEqualTo(LocalDate.of(2026, 6, 30));
        assertThat(dates(profile, "受理日期").from()).isEqualTo(LocalDate.of(2026, 6, 1));
    }

    @Test
    void a_file_of_rejected_rows_is_known_again() throws IOException {
        FileProfile profile = profile("编号,受理日期,行号,退回原因\n1,2026-10-03,17,日期读不出来\n");

        assertThat(profile.resent()).isTrue();
        assertThat(profile.columns()).hasSize(2);
    }

    @Test
    void what_must_be_looked_at_is_said_of_its_column() throws IOException {
        FileProfile profile = profile("""
                编号,受理日期,客户电话,邮编,处理状态
                1,2026-10-03,13812342046,034021,已办结
                2,2026-10-04,0510-88172046,34008,挂起待定
                3,昨天,不详,034008,已 办结
                """);
        Mapping mapping = Guesser.propose(Ledger.FIELDS, profile);
        List<Guess> guesses = Remarks.of(Ledger.FIELDS, profile, mapping);

        assertThat(guesses.get(0).remarks()).extracting(Guess.Remark::code).contains("unique");
        assertThat(guesses.get(1).remarks().getFirst()).isEqualTo(new Guess.Remark("nodate", "late", List.of(1L)));
        assertThat(guesses.get(2).remarks()).contains(new Guess.Remark("phones", "", List.of(1L)));
        assertThat(guesses.get(3).remarks()).extracting(Guess.Remark::code).contains("zeros.lost", "zeros");
        assertThat(guesses.get(4).remarks().getFirst())
                .isEqualTo(new Guess.Remark("unknown", "due", List.of("挂起待定", 1, 1L)));
        assertThat(guesses.get(0).confidence()).isGreaterThan(0.9);
        Mapping byHand = new Mapping(mapping.uses(), Map.of(), Map.of("state", Map.of("挂起待定", "pending")));
        assertThat(Remarks.of(Ledger.FIELDS, profile, byHand).get(4).remarks())
                .extracting(Guess.Remark::code)
                .doesNotContain("unknown");
    }

    @Test
    void one_column_feeds_one_field() throws IOException {
        Mapping mapping = Guesser.propose(Ledger.FIELDS, profile("date,received\n2026-10-03,2026-10-04\n"));

        assertThat(mapping.column(Role.FIELD, "received")).isEqualTo(OptionalInt.of(0));
        assertThat(mapping.uses().get(1)).isEqualTo(Use.NONE);
    }
}
