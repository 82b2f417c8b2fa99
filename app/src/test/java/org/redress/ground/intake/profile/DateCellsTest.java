package org.redress.ground.intake.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redress.ground.intake.DateConflict;
import org.redress.ground.intake.FileProfile;
import org.redress.ground.intake.FileProfile.Cells;
import org.redress.ground.intake.Ledger;
import org.redress.ground.intake.MappedRow;
import org.redress.ground.intake.Mapping;
import org.redress.ground.intake.Mapping.Choice;
import org.redress.ground.intake.Mapping.DateDecision;
import org.redress.ground.intake.Mapping.Role;
import org.redress.ground.intake.Mapping.Use;
import org.redress.ground.intake.reading.Conflicts;
import org.redress.ground.intake.reading.RowReader;
import org.redress.ground.intake.reading.RowReader.Reading;
import org.redress.ground.intake.sheet.Row;
import org.redress.ground.intake.sheet.TestBook;
import org.redress.ground.intake.sheet.TestRows;

/** What a spreadsheet makes of a file whose days and months are mixed up, in the country where it is opened. */
class DateCellsTest {

    /** As complaints to a cable company have them: all of one spring, thirteen with the month first. */
    private static final List<String> DATES = List.of("""
            22-04-2015 04-08-2015 18-04-2015 05-07-2015 26-05-2015 06-12-2015 24-06-2015 23-06-2015
            06-01-2015 28-06-2015 24-04-2015 05-06-2015 13-06-2015 23-06-2015 30-06-2015 27-06-2015
            24-06-2015 16-04-2015 04-11-2015 06-02-2015 06-07-2015 06-08-2015 06-08-2015 27-06-2015
            27-06-2015 05-02-2015 22-06-2015 28-04-2015 24-05-2015 24-06-2015 29-04-2015 19-05-2015
            28-05-2015 06-05-2015 06-12-2015 20-06-2015 29-06-2015 30-06-2015 21-05-2015 18-06-2015
            21-05-2015 16-06-2015 05-12-2015 04-08-2015 14-04-2015 15-04-2015 13-05-2015 27-05-2015
            19-06-2015 25-06-2015 26-06-2015
            """.strip().split("\\s+"));

    private static final Clock NOW =
            Clock.fixed(Ledger.TODAY.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private record Written(int first, int second, int year) {

        static Written of(String text) {
            String[] parts = text.split("-");
            return new Written(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
        }

        String dayFirst() {
            return cell(LocalDate.of(year, second, first));
        }

        String monthFirst() {
            return first > 12
                    ? text("%02d-%02d-%d".formatted(first, second, year))
                    : cell(LocalDate.of(year, first, second));
        }

        /** As the complaints were received: all of them in spring. */
        LocalDate meant() {
            return first <= 12 && (second < 4 || second > 6)
                    ? LocalDate.of(year, first, second)
                    : LocalDate.of(year, second, first);
        }
    }

    private static String text(String text) {
        return "<c t=\"str\"><v>" + text + "</v></c>";
    }

    private static String cell(LocalDate day) {
        return "<c s=\"1\"><v>" + ChronoUnit.DAYS.between(LocalDate.of(1899, 12, 30), day) + "</v></c>";
    }

    private Path book(String heading, List<String> rows) throws IOException {
        StringBuilder xml = new StringBuilder("<row>" + heading + "</row>");
        int number = 0;
        for (String row : rows) {
            xml.append("<row><c><v>")
                    .append(++number)
                    .append("</v></c>")
                    .append(row)
                    .append("</row>");
        }
        return new TestBook().rows(xml.toString()).write(folder.resolve("book.xlsx"));
    }

    /** The complaints' dates, and the same once more from a column that writes the month by its name. */
    private Path comcast(UnaryOperator<String> date, UnaryOperator<String> named) throws IOException {
        return book(
                text("number") + text("date") + text("Date_month_year"),
                DATES.stream()
                        .map(written -> date.apply(written) + named.apply(written))
                        .toList());
    }

    private static List<DateConflict> conflicts(FileProfile profile) {
        return Conflicts.of(Ledger.FIELDS, profile, Guesser.propose(Ledger.FIELDS, profile));
    }

    private static List<LocalDate> read(Path file, DateDecision decision) throws IOException {
        FileProfile profile = Ledger.profile(file);
        Mapping mapping = new Mapping(
                List.of(Use.field("number"), Use.field("received"), Use.NONE), Map.of("received", decision), Map.of());
        RowReader reader = new RowReader(Ledger.FIELDS, profile, mapping, ZoneOffset.UTC, "US", NOW);
        List<LocalDate> days = new ArrayList<>();
        for (Row row : TestRows.data(file, profile.layout())) {
            if (reader.read(row) instanceof Reading.Good(MappedRow good)) {
                days.add(LocalDate.ofInstant(Objects.requireNonNull(good.moment("received")), ZoneOffset.UTC));
            }
        }
        return days;
    }

    private static DateDecision by(Choice choice) {
        return new DateDecision(choice, -1);
    }

    private static List<LocalDate> meant() {
        return DATES.stream().map(written -> Written.of(written).meant()).toList();
    }

    private static long outsideSpring(List<LocalDate> days) {
        return days.stream()
                .filter(day -> day.getMonthValue() < 4 || day.getMonthValue() > 6)
                .count();
    }

    /** All become date cells; thirteen of fifteen that can be turned fall outside the months of the others. */
    @Test
    void where_the_day_comes_first_every_date_is_a_cell_and_those_out_of_the_span_are_a_conflict() throws IOException {
        Path file = comcast(
                date -> Written.of(date).dayFirst(), date -> Written.of(date).dayFirst());
        FileProfile profile = Ledger.profile(file);
        DateConflict conflict = conflicts(profile).getFirst();

        assertThat(conflict.kind()).isEqualTo(DateConflict.Kind.OUTSIDERS);
        assertThat(conflict.dates().both()).isEqualTo(15);
        assertThat(conflict.dates().certain()).isEqualTo(36);
        assertThat(conflict.outsiders()).isEqualTo(13);
        assertThat(conflict.dates().cells()).isEqualTo(new Cells(15, true, false));
        assertThat(conflict.checks().getFirst())
                .as("the other column has the same swap")
                .isEqualTo(new FileProfile.Check(1, 2, 15, 0, 0, 0, 13));
        assertThat(Guesser.propose(Ledger.FIELDS, profile).uses().get(2)).isEqualTo(new Use(Role.CHECK_OF, "received"));
        assertThat(read(file, DateDecision.OPEN)).hasSize(36);
        assertThat(outsideSpring(read(file, by(Choice.DAY_FIRST)))).isEqualTo(13);
        assertThat(read(file, by(Choice.SWAP_OUTSIDERS))).isEqualTo(meant());
    }

    /** What has no such month stays text; the rest became cells in the order of the other country. */
    @Test
    void where_the_month_comes_first_cells_among_written_dates_are_a_conflict() throws IOException {
        Path file = comcast(
                date -> Written.of(date).monthFirst(), date -> Written.of(date).dayFirst());
        DateConflict conflict = conflicts(Ledger.profile(file)).getFirst();

        assertThat(conflict.kind()).isEqualTo(DateConflict.Kind.CELLS);
        assertThat(conflict.prevailing()).as("day first").isTrue();
        assertThat(conflict.dates().dayFirst()).isEqualTo(36);
        assertThat(conflict.dates().both()).isEqualTo(15);
        assertThat(conflict.outsiders()).isEqualTo(13);
        assertThat(conflict.dates().cells()).isEqualTo(new Cells(15, false, true));
        assertThat(conflict.checks().getFirst()).isEqualTo(new FileProfile.Check(1, 2, 15, 0, 0, 0, 13));
        assertThat(read(file, DateDecision.OPEN)).hasSize(36);
        assertThat(read(file, by(Choice.SEND_BACK))).hasSize(36);
        assertThat(outsideSpring(read(file, by(Choice.DAY_FIRST)))).isEqualTo(13);
        assertThat(outsideSpring(read(file, by(Choice.MONTH_FIRST)))).isZero();
        assertThat(read(file, by(Choice.SWAP_OUTSIDERS))).isEqualTo(meant());
    }

    @Test
    void a_second_column_that_knows_the_month_settles_both() throws IOException {
        UnaryOperator<String> month =
                date -> text(Written.of(date).meant().toString().substring(0, 7));
        for (UnaryOperator<String> opened : List.<UnaryOperator<String>>of(
                date -> Written.of(date).dayFirst(), date -> Written.of(date).monthFirst())) {
            Path file = comcast(opened, month);
            FileProfile.Check check =
                    conflicts(Ledger.profile(file)).getFirst().checks().getFirst();

            assertThat(check).isEqualTo(new FileProfile.Check(1, 2, 2, 13, 0, 0, 0));
            assertThat(read(file, new DateDecision(Choice.BY_COLUMN, 2))).isEqualTo(meant());
        }
    }

    @Test
    void the_same_dates_as_they_were_meant_are_certain() throws IOException {
        Path file = comcast(
                date -> cell(Written.of(date).meant()),
                date -> cell(Written.of(date).meant()));
        FileProfile profile = Ledger.profile(file);

        assertThat(conflicts(profile)).isEmpty();
        FileProfile.Dates dates =
                Objects.requireNonNull(profile.columns().get(1).dates());
        assertThat(dates.both()).isZero();
        assertThat(dates.certain()).isEqualTo(51);
        assertThat(read(file, DateDecision.OPEN)).isEqualTo(meant());
    }

    /** The span is the whole year, so that no day falls outside. */
    @Test
    void a_second_column_of_the_same_moment_that_says_otherwise_is_a_conflict_and_one_of_another_proves_nothing()
            throws IOException {
        List<String> rows = new ArrayList<>();
        List<String> closings = new ArrayList<>();
        for (int month = 1; month <= 12; month++) {
            LocalDate day = LocalDate.of(2025, month, 20);
            rows.add(cell(day) + text(day.toString().substring(0, 7)));
            closings.add(cell(day) + cell(day.plusDays(15)));
        }
        rows.add(cell(LocalDate.of(2025, 8, 4)) + text("2025-04"));
        closings.add(cell(LocalDate.of(2025, 3, 4)) + cell(LocalDate.of(2025, 4, 1)));
        String heading = text("number") + text("date") + text("登记月份");
        Path file = book(heading, rows);
        DateConflict conflict = conflicts(Ledger.profile(file)).getFirst();

        assertThat(conflict.kind()).isEqualTo(DateConflict.Kind.CONTRADICTED);
        assertThat(conflict.dates().cells()).isEqualTo(new Cells(1, true, false));
        assertThat(read(file, DateDecision.OPEN)).hasSize(12);
        assertThat(read(file, new DateDecision(Choice.BY_COLUMN, 2)).getLast()).isEqualTo(LocalDate.of(2025, 4, 8));
        assertThat(conflicts(Ledger.profile(book(heading, closings)))).isEmpty();
    }
}
