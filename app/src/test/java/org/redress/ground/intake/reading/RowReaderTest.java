package org.redress.ground.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redress.ground.intake.Fault;
import org.redress.ground.intake.FileProfile;
import org.redress.ground.intake.Ledger;
import org.redress.ground.intake.MappedRow;
import org.redress.ground.intake.Mapping;
import org.redress.ground.intake.Mapping.Choice;
import org.redress.ground.intake.Mapping.DateDecision;
import org.redress.ground.intake.Mapping.Use;
import org.redress.ground.intake.Value;
import org.redress.ground.intake.profile.Guesser;
import org.redress.ground.intake.reading.RowReader.Reading;
import org.redress.ground.intake.sheet.Row;
import org.redress.ground.intake.sheet.TestBook;
import org.redress.ground.intake.sheet.TestRows;
import org.redress.support.SharedData;

class RowReaderTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Clock NOW =
            Clock.fixed(Ledger.TODAY.atStartOfDay(SHANGHAI).toInstant(), SHANGHAI);

    @TempDir
    Path folder;

    private static List<Reading> read(Path file, DateDecision decision) throws IOException {
        return read(file, decision, Map.of());
    }

    private static List<Reading> read(Path file, DateDecision decision, Map<String, Map<String, String>> codes)
            throws IOException {
        FileProfile profile = Ledger.profile(file);
        Mapping guessed = Guesser.propose(Ledger.FIELDS, profile);
        Mapping mapping = new Mapping(guessed.uses(), Map.of("received", decision), codes);
        RowReader reader = new RowReader(Ledger.FIELDS, profile, mapping, SHANGHAI, "CN", NOW);
        List<Reading> readings = new ArrayList<>();
        for (Row row : TestRows.data(file, profile.layout())) {
            readings.add(reader.read(row));
        }
        return readings;
    }

    private List<Reading> read(String text) throws IOException {
        return read(Files.write(folder.resolve("a.csv"), text.getBytes(StandardCharsets.UTF_8)), DateDecision.OPEN);
    }

    private static MappedRow good(Reading reading) {
        assertThat(reading).isInstanceOf(Reading.Good.class);
        return ((Reading.Good) reading).row();
    }

    private static Fault fault(Reading reading) {
        assertThat(reading).isInstanceOf(Reading.Bad.class);
        return ((Reading.Bad) reading).faults().getFirst();
    }

    @Test
    void a_row_gives_its_values_as_the_file_means_them() throws IOException {
        MappedRow row = good(read("""
                编号,受理日期,客户电话,邮编,处理状态,内容,金额,email
                0012,2020/1/6 12:09:38,138 1234 2046,034021,已 办结,"宽带
                又断了","1,234.50",lin@example.com
                """).getFirst());

        assertThat(row.number()).isEqualTo("0012");
        assertThat(row.moment("received")).isEqualTo(Instant.parse("2020-01-06T04:09:38Z"));
        assertThat(row.phone("phone")).isEqualTo(new Value.Phone("138 1234 2046", "+8613812342046"));
        assertThat(row.text("postal")).isEqualTo("034021");
        assertThat(row.code("state")).isEqualTo("closed");
        assertThat(row.text("text")).isEqualTo("宽带\n又断了");
        assertThat(row.number("share")).isEqualByComparingTo(new BigDecimal("1234.5"));
        assertThat(row.text("email")).isEqualTo("lin@example.com");
    }

    @Test
    void two_columns_with_the_same_beginning_keep_their_own_cells() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "编号,受理日期,投诉内容补充,投诉内容\n1,2026-10-03,补的话,原话\n");
        FileProfile profile = Ledger.profile(file);
        Mapping mapping = new Mapping(
                List.of(Use.field("number"), Use.field("received"), Use.field("subject"), Use.field("text")),
                Map.of(),
                Map.of());
        RowReader reader = new RowReader(Ledger.FIELDS, profile, mapping, SHANGHAI, "CN", NOW);
        MappedRow row = good(
                reader.read(TestRows.data(file, profile.layout()).iterator().next()));

        assertThat(row.text("subject")).isEqualTo("补的话");
        assertThat(row.text("text")).isEqualTo("原话");
    }

    @Test
    void a_number_that_is_none_is_kept_as_it_was_given() throws IOException {
        MappedRow row = good(read("编号,受理日期,客户电话\n1,2026-10-03,138****2046\n").getFirst());

        assertThat(row.phone("phone")).isEqualTo(new Value.Phone("138****2046", null));
    }

    @Test
    void a_whole_number_with_a_decimal_keeps_its_digits_only() throws IOException {
        assertThat(good(read("编号,受理日期\n37042.0,2026-10-03\n").getFirst()).number())
                .isEqualTo("37042");
    }

    @Test
    void dates_that_cannot_be_are_sent_back() throws IOException {
        List<Reading> readings = read("编号,受理日期\n1,2999-01-01\n2,1989-12-31\n3,昨天\n4,\n5,2026-11-24\n6,?\n");

        assertThat(fault(readings.get(0)).code()).isEqualTo("date.future");
        assertThat(fault(readings.get(1)).code()).isEqualTo("date.early");
        assertThat(fault(readings.get(2)).code()).isEqualTo("date.form");
        assertThat(fault(readings.get(3)).code()).isEqualTo("required");
        assertThat(good(readings.get(4)).moment("received")).isNotNull();
        assertThat(fault(readings.get(5)).code()).isEqualTo("required");
    }

    @Test
    void an_unknown_option_is_sent_back_with_its_word_unless_a_person_said_what_it_is() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "编号,受理日期,处理状态\n1,2026-10-03,挂起待定\n2,2026-10-03,待处理\n");

        assertThat(fault(read(file, DateDecision.OPEN).getFirst()))
                .isEqualTo(Fault.of("code.unknown", "state", "挂起待定").in(2));
        Map<String, Map<String, String>> said = Map.of("state", Map.of("挂起待定", "pending"));
        assertThat(good(read(file, DateDecision.OPEN, said).getFirst()).code("state"))
                .isEqualTo("pending");
    }

    @Test
    void rows_that_have_slipped_are_sent_back_whole() throws IOException {
        List<Reading> readings = read("编号,受理日期,内容\n1,2026-10-03,好\n2,2026-10-03,一,二\n3,2026-10-03\n4,2026-10-03,\n");

        assertThat(good(readings.get(0)).number()).isEqualTo("1");
        assertThat(fault(readings.get(1)).code()).isEqualTo("row.long");
        assertThat(fault(readings.get(2)).code()).isEqualTo("row.short");
        assertThat(good(readings.get(3)).text("text")).isNull();
    }

    @Test
    void a_formula_and_an_error_are_sent_back_with_their_cell() throws IOException {
        Path file = new TestBook()
                .rows(
                        "<row r=\"1\"><c t=\"str\"><v>编号</v></c><c t=\"str\"><v>受理日期</v></c><c t=\"str\"><v>金额</v></c></row>"
                                + "<row r=\"2\"><c><v>1</v></c><c s=\"1\"><v>45000</v></c><c><f>1+1</f><v>2</v></c></row>"
                                + "<row r=\"3\"><c><v>2</v></c><c s=\"2\"><v>45000.5</v></c><c t=\"e\"><v>#DIV/0!</v></c></row>"
                                + "<row r=\"4\"><c><v>3</v></c><c s=\"2\"><v>45000.5</v></c><c><v>2</v></c></row>")
                .write(folder.resolve("a.xlsx"));
        List<Reading> readings = read(file, DateDecision.OPEN);

        assertThat(fault(readings.get(0)))
                .isEqualTo(Fault.of("cell.formula", "share").in(2));
        assertThat(fault(readings.get(1)))
                .isEqualTo(Fault.of("cell.error", "share", "#DIV/0!").in(2));
        assertThat(good(readings.get(2)).moment("received")).isEqualTo(Instant.parse("2023-03-15T04:00:00Z"));
    }

    @Test
    void comcast_dates_follow_the_decision_and_nothing_else() throws IOException {
        Path file = SharedData.file("comcast_sample.csv");

        assertThat(read(file, DateDecision.OPEN).stream().filter(Reading.Bad.class::isInstance))
                .hasSize(15);
        assertThat(read(file, new DateDecision(Choice.SEND_BACK, -1)).stream().filter(Reading.Bad.class::isInstance))
                .hasSize(15);
        assertThat(outsideSpring(file, Choice.DAY_FIRST)).isEqualTo(13);
        assertThat(outsideSpring(file, Choice.BY_COLUMN))
                .as("the other column has the same swap")
                .isEqualTo(13);
        assertThat(outsideSpring(file, Choice.MONTH_FIRST)).isZero();
        assertThat(outsideSpring(file, Choice.SWAP_OUTSIDERS)).isZero();
    }

    private static long outsideSpring(Path file, Choice choice) throws IOException {
        List<Reading> readings = read(file, new DateDecision(choice, -1));
        return readings.stream()
                .map(reading -> Objects.requireNonNull(good(reading).moment("received")))
                .map(moment -> LocalDate.ofInstant(moment, SHANGHAI).getMonthValue())
                .filter(month -> month < 4 || month > 6)
                .count();
    }

    @Test
    void a_time_of_day_may_stand_in_a_column_of_its_own() throws IOException {
        Reading first = read(SharedData.file("comcast_sample.csv"), new DateDecision(Choice.MONTH_FIRST, -1))
                .getFirst();

        assertThat(good(first).values().get("received"))
                .isEqualTo(new Value.Moment(Instant.parse("2015-04-22T07:53:50Z"), "22-04-2015", true));
    }

    @Test
    void the_second_column_settles_row_by_row_and_where_it_is_silent_the_row_goes_back() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), """
                编号,受理日期,登记月份
                1,13/10/2026,2026年10月
                2,10/14/2026,2026-10
                3,03/10/2026,2026年10月
                4,10/03/2026,2026-10
                5,10/05/2026,
                6,10/05/2026,2026年1月
                """);
        List<Reading> readings = read(file, new DateDecision(Choice.BY_COLUMN, 2));

        assertThat(good(readings.get(2)).moment("received"))
                .isEqualTo(good(readings.get(3)).moment("received"));
        assertThat(fault(readings.get(4)).code()).isEqualTo("date.silent");
        assertThat(fault(readings.get(5)).code()).isEqualTo("date.neither");
    }

    @Test
    void the_same_values_have_the_same_digest_however_they_are_written() throws IOException {
        List<Reading> readings = read("""
                编号,受理日期,客户电话,处理状态
                1,2026-10-03,13812342046,已办结
                1,2026/10/3,138-1234-2046,Solved
                1,2026/10/3 0:00,138-1234-2046,Solved
                """);

        assertThat(good(readings.get(0)).digest())
                .isEqualTo(good(readings.get(1)).digest());
        assertThat(good(readings.get(2)).digest())
                .isNotEqualTo(good(readings.get(1)).digest());
    }
}
