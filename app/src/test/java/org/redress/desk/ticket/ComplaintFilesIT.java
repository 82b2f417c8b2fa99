package org.redress.desk.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.ground.intake.DateConflict;
import org.redress.ground.intake.FileId;
import org.redress.ground.intake.FileProfile;
import org.redress.ground.intake.FileRows;
import org.redress.ground.intake.Intake;
import org.redress.ground.intake.IntakeRuns;
import org.redress.ground.intake.Mapping;
import org.redress.ground.intake.Run;
import org.redress.ground.intake.StoredFile;
import org.redress.support.RedressIT;
import org.redress.support.SharedData;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Real files of complaints, as they are found in the world, all the way in. */
@RedressIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ComplaintFilesIT {

    @Autowired
    Intake intake;

    @Autowired
    IntakeRuns intakeRuns;

    @Autowired
    TicketBoard board;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DeskFixture desk;

    @Test
    void the_complaints_about_comcast_come_in_by_names_and_contents_alone() throws IOException {
        FileId file = receive(SharedData.file("comcast_sample.csv"));
        assertThat(uses(file))
                .containsEntry("Ticket #", "FIELD number")
                .containsEntry("Customer Complaint", "FIELD subject")
                .containsEntry("Date", "FIELD received")
                .containsEntry("Time", "TIME_OF received")
                .containsEntry("Received Via", "FIELD channel")
                .containsEntry("City", "FIELD place")
                .containsEntry("Zip code", "FIELD postalcode")
                .containsEntry("Status", "FIELD state");
        decide(file, Mapping.Choice.SWAP_OUTSIDERS);
        Run run = write(file);
        assertThat(List.of(run.created(), run.updated(), run.unchanged(), run.rejected()))
                .containsExactly(51L, 0L, 0L, 0L);
        String source = intake.file(desk.command, file).source();
        assertThat(counts(source, "state"))
                .isEqualTo(Map.of("closed", 16L, "resolved", 22L, "acknowledged", 10L, "pending", 3L));
        assertThat(counts(source, "channel")).isEqualTo(Map.of("WEB", 31L, "HOT_LINE", 20L));
        assertThat(jdbc.sql("""
                                select count(*) from ticket.ticket where bureau = ? and source = ?
                                   and extract(month from received_at at time zone 'Asia/Shanghai') not between 4 and 7
                                """)
                        .params(desk.bureau.id().value(), source)
                        .query((row, n) -> row.getLong(1))
                        .single())
                .isZero();
        Run again = write(file);
        assertThat(List.of(again.created(), again.updated(), again.unchanged(), again.rejected()))
                .containsExactly(0L, 0L, 51L, 0L);
    }

    @Test
    void letters_to_a_mayor_come_in_whole_and_are_found_by_a_word_of_two_characters() throws IOException {
        FileId file = receive(SharedData.file("zhengwu/附件2_示例.xlsx"));
        assertThat(uses(file))
                .containsEntry("留言编号", "FIELD number")
                .containsEntry("留言用户", "FIELD customerid")
                .containsEntry("留言主题", "FIELD subject")
                .containsEntry("留言时间", "FIELD received")
                .containsEntry("留言详情", "FIELD text");
        Run run = write(file);
        assertThat(run.rejected()).isZero();
        assertThat(run.created() + run.updated() + run.unchanged()).isEqualTo(495);
        assertThat(run.created()).isEqualTo(494);
        String source = intake.file(desk.command, file).source();
        List<String> scanned = jdbc.sql("""
                        select subject from ticket.ticket
                         where bureau = ? and source = ? and (subject like '%出租%' or description like '%出租%')
                        """)
                .params(desk.bureau.id().value(), source)
                .query((row, n) -> row.getString(1))
                .list();
        assertThat(scanned).hasSizeGreaterThan(5);
        assertThat(board.search(desk.command, "出租", null, 200).cards().stream()
                        .filter(card -> card.source().equals(source))
                        .map(TicketCard::subject))
                .containsExactlyInAnyOrderElementsOf(scanned);
        assertThat(jdbc.sql(
                                "select count(*) from ticket.ticket where bureau = ? and source = ? and description ~ '^\\s'")
                        .params(desk.bureau.id().value(), source)
                        .query((row, n) -> row.getLong(1))
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"附件2_示例.xlsx, 494", "附件2_部分_921行.xlsx, 921"})
    void every_letter_to_a_mayor_says_in_its_ticket_what_it_says_in_the_file(String name, long letters)
            throws IOException {
        Path path = SharedData.file("zhengwu/" + name);
        FileId file = receive(path);
        Run run = write(file);
        assertThat(run.rejected()).isZero();

        List<List<String>> rows = FileRows.read(path);
        int number = rows.getFirst().indexOf("留言编号");
        int subject = rows.getFirst().indexOf("留言主题");
        int text = rows.getFirst().indexOf("留言详情");
        Map<String, List<String>> written = rows.stream()
                .skip(1)
                .collect(Collectors.toMap(
                        row -> row.get(number),
                        row -> List.of(bare(row.get(subject)).replace('\u00a0', ' '), bare(row.get(text))),
                        (first, again) -> again));
        Map<String, List<String>> kept = jdbc
                .sql("select external_number, subject, description from ticket.ticket where bureau = ? and source = ?")
                .params(
                        desk.bureau.id().value(),
                        intake.file(desk.command, file).source())
                .query((row, n) -> Map.entry(row.getString(1), List.of(row.getString(2), row.getString(3))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

        assertThat(written).hasSize((int) letters);
        assertThat(kept).isEqualTo(written);
    }

    /** Without the white space around it, of which these files are full; every character between stays as it is, but for blanks in a subject. */
    private static String bare(String text) {
        return text.replace("\r\n", "\n").replaceAll("^[\\s\\p{Z}]+|[\\s\\p{Z}]+$", "");
    }

    @Test
    void a_log_of_incidents_ends_in_the_states_of_its_last_rows() throws IOException {
        FileId file = receive(SharedData.file("incident_uci_first6k.csv"));
        assertThat(uses(file))
                .containsEntry("number", "FIELD number")
                .containsEntry("incident_state", "FIELD state")
                .containsEntry("opened_at", "FIELD received")
                .containsEntry("sys_updated_at", "FIELD changed")
                .containsEntry("caller_id", "FIELD customerid")
                .containsEntry("contact_type", "FIELD channel");
        assertThat(intake.conflicts(intake.file(desk.command, file))).isEmpty();
        Run run = write(file);
        // 33 rows have neither a symptom nor a category; four incidents have no other row.
        assertThat(run.rejected()).isEqualTo(33);
        assertThat(run.created()).isEqualTo(887);
        assertThat(run.accounted()).isTrue();
        String source = intake.file(desk.command, file).source();
        assertThat(counts(source, "state")).isEqualTo(Map.of("closed", 886L, "inProgress", 1L));
        assertThat(counts(source, "channel")).isEqualTo(Map.of("HOT_LINE", 887L));
        List<String> before = content(source);
        Run again = write(file);
        assertThat(List.of(again.created(), again.updated(), again.unchanged(), again.rejected()))
                .containsExactly(0L, 0L, 5967L, 33L);
        assertThat(content(source)).isEqualTo(before);
    }

    @Test
    void rows_under_a_wrong_mapping_are_sent_back_and_leave_nothing() throws IOException {
        FileId file = receive(SharedData.file("incident_uci_first6k.csv"));
        StoredFile stored = intake.file(desk.command, file);
        List<Mapping.Use> uses = stored.profile().columns().stream()
                .map(column -> switch (column.name()) {
                    case "category" -> Mapping.Use.field("state");
                    case "number" -> Mapping.Use.field("number");
                    case "u_symptom" -> Mapping.Use.field("subject");
                    default -> Mapping.Use.NONE;
                })
                .toList();
        String source = "wrong";
        intake.settle(desk.command, file, stored.version(), source, new Mapping(uses, Map.of(), Map.of()));
        long customers = count("party.customer", "true");
        Run run = write(file);
        // Only the rows without a category say nothing wrong.
        assertThat(run.rejected()).isGreaterThan(5900);
        assertThat(run.accounted()).isTrue();
        assertThat(intakeRuns.reasons(desk.command, run.id()))
                .as("a category is no state; rows without a symptom say nothing at all")
                .isNotEmpty()
                .allMatch(reason -> reason.fault().code().equals("complaint.empty")
                        || reason.fault().code().equals("code.unknown")
                                && "state".equals(reason.fault().field()));
        assertThat(content(source)).hasSize((int) run.created());
        assertThat(count("party.customer", "true")).isEqualTo(customers);
        String ofNoTicket = "not exists (select 1 from ticket.ticket t where t.bureau = one.bureau and t.id = one.%s)";
        assertThat(count("commitment.clock", "subject_kind = 'ticket' and " + ofNoTicket.formatted("subject")))
                .isZero();
        assertThat(count("search.document", "kind = 'ticket' and " + ofNoTicket.formatted("id")))
                .isZero();
        intake.settle(desk.command, file, intake.file(desk.command, file).version(), stored.source(), stored.mapping());
    }

    private FileId receive(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return intake.receive(desk.command, file.getFileName().toString(), "complaints", in);
        }
    }

    private Run write(FileId file) {
        Run run = intakeRuns.runNow(desk.command, file, Run.Kind.WRITE, progress -> {});
        assertThat(run.failure()).isNull();
        assertThat(run.state()).isEqualTo(Run.State.DONE);
        return run;
    }

    private void decide(FileId id, Mapping.Choice choice) {
        StoredFile file = intake.file(desk.command, id);
        Map<String, Mapping.DateDecision> dates = intake.conflicts(file).stream()
                .collect(Collectors.toMap(DateConflict::field, conflict -> new Mapping.DateDecision(choice, -1)));
        intake.settle(
                desk.command,
                id,
                file.version(),
                file.source(),
                new Mapping(file.mapping().uses(), dates, file.mapping().codes()));
    }

    private Map<String, String> uses(FileId id) {
        StoredFile file = intake.file(desk.command, id);
        List<FileProfile.Column> columns = file.profile().columns();
        return IntStream.range(0, columns.size())
                .boxed()
                .collect(Collectors.toMap(i -> columns.get(i).name(), i -> {
                    Mapping.Use use = file.mapping().uses().get(i);
                    return use.role() + " " + use.field();
                }));
    }

    private Map<String, Long> counts(String source, String column) {
        return jdbc
                .sql("select " + column + ", count(*) from ticket.ticket where bureau = ? and source = ? group by 1")
                .params(desk.bureau.id().value(), source)
                .query((row, n) -> Map.entry(row.getString(1), row.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private long count(String table, String condition) {
        return jdbc.sql("select count(*) from " + table + " one where bureau = ? and " + condition)
                .params(desk.bureau.id().value())
                .query(Long.class)
                .single();
    }

    /** But for how severe it is reckoned, which is no change of a ticket and comes in its own time. */
    private List<String> content(String source) {
        return jdbc.sql("""
                        select (to_jsonb(t) - 'severity' - 'grade')::text from ticket.ticket t
                         where bureau = ? and source = ? order by id
                        """)
                .params(desk.bureau.id().value(), source)
                .query((row, n) -> row.getString(1))
                .list();
    }
}
