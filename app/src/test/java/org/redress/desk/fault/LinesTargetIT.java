package org.redress.desk.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.Posts;
import org.redress.ground.identity.UnitId;
import org.redress.ground.intake.FaultWords;
import org.redress.ground.intake.FileId;
import org.redress.ground.intake.Intake;
import org.redress.ground.intake.IntakeRuns;
import org.redress.ground.intake.Reason;
import org.redress.ground.intake.Run;
import org.redress.ground.intake.StoredFile;
import org.redress.ground.party.CustomerDraft;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Customers;
import org.redress.platform.text.Words;
import org.redress.support.Browser;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** The lines of a bureau come in by a file. */
@RedressIT
@Tag("S5.6")
class LinesTargetIT {

    private static final String EXCHANGE = "城北局";
    private static final String HEADING = "业务号码,业务类型,装机地址,局站,城乡,客户编号,联系电话,月租费,包修部门\n";
    private static final String GOOD = """
            0571-8612 3407,固话,枫林路7号2单元301,城北局,城区,K1,,30,线路一班
            KD-0571-77002911,光宽带,枫林路7号2单元301,城北局,城区,K1,,99.90,Line crew 1
            13812342047,手机,柳溪村12号,城南局,农村,,138-1234-2047,19.00,
            """;

    @Autowired
    Offices offices;

    @Autowired
    Bureaus bureaus;

    @Autowired
    Customers customers;

    @Autowired
    Intake intake;

    @Autowired
    IntakeRuns intakeRuns;

    @Autowired
    LineBook book;

    @Autowired
    Outages outages;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc web;

    @Autowired
    Clock clock;

    private Actor command;
    private Actor head;
    private UnitId crew;
    private CustomerId zhou;
    private CustomerId wang;
    private int files;

    @BeforeEach
    void found() {
        command = offices.found();
        head = offices.hire(command, Posts.GENERAL_MANAGER, "2001");
        crew = bureaus.addUnit(command.bureau(), "crew-1", "线路一班", "Line crew 1")
                .id();
        bureaus.addUnit(command.bureau(), "crew-2", "线路二班", "Line crew 2");
        zhou = customer("crm", "K1", "周女士", "13812342046");
        wang = customer("crm", "K2", "王先生", "13812342047");
    }

    private CustomerId customer(String source, String number, String name, String phone) {
        return Objects.requireNonNull(customers
                .match(head, List.of(new CustomerDraft(source, number, name, phone, "+86" + phone, null, null)))
                .getFirst());
    }

    private FileId file(String text) {
        FileId file = intake.receive(
                head,
                "lines-" + ++files + ".csv",
                "lines",
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        StoredFile received = intake.file(head, file);
        intake.settle(head, file, received.version(), received.source(), received.mapping());
        return file;
    }

    private Run run(FileId file, Run.Kind kind) {
        Run run = intakeRuns.runNow(head, file, kind, one -> {});
        assertThat(run.failure()).isNull();
        assertThat(run.created() + run.updated() + run.unchanged() + run.rejected())
                .isEqualTo(run.total());
        return run;
    }

    private Run read(String text) {
        return run(file(text), Run.Kind.WRITE);
    }

    private static List<Long> counts(Run run) {
        return List.of(run.created(), run.updated(), run.unchanged(), run.rejected());
    }

    private Line line(String number) {
        List<Line> found = book.find(head, number, 2);
        assertThat(found).as(number).hasSize(1);
        return found.getFirst();
    }

    private long lines() {
        return jdbc.sql("select count(*) from fault.line where bureau = ?")
                .param(head.bureau().value())
                .query(Long.class)
                .single();
    }

    private List<String> deeds(String deed) {
        return jdbc.sql("select detail::text from trail.entry where bureau = ? and deed = ? order by id")
                .params(head.bureau().value(), deed)
                .query((row, n) -> row.getString(1))
                .list();
    }

    @Test
    void rows_become_the_line_book_and_the_same_rows_again_change_nothing() {
        assertThat(counts(read(HEADING + GOOD))).containsExactly(3L, 0L, 0L, 0L);
        Line fixed = line("3407");
        assertThat(fixed)
                .isEqualTo(new Line(
                        fixed.id(),
                        "0571-8612 3407",
                        Service.FIXED,
                        "枫林路7号2单元301",
                        EXCHANGE,
                        Area.URBAN,
                        zhou,
                        RepairOffice.RENT));
        assertThat(line("2911").service()).isEqualTo(Service.BROADBAND);
        assertThat(line("2047"))
                .as("known by the telephone")
                .returns(wang, Line::customer)
                .returns(Area.RURAL, Line::area);
        assertThat(book.post(head, EXCHANGE)).contains(crew);
        assertThat(book.post(head, "城南局")).isEmpty();

        String written = GOOD.replace("0571-8612 3407", "057186123407").replace("99.90", "99.9");
        assertThat(counts(read(HEADING + written + "\n"))).containsExactly(0L, 0L, 3L, 0L);
        assertThat(line("3407").number()).isEqualTo("0571-8612 3407");
        assertThat(deeds("line.enter")).hasSize(3);
        assertThat(deeds("line.change")).isEmpty();
        assertThat(deeds("post.assign")).hasSize(1);
    }

    @Test
    void each_row_that_cannot_be_goes_back_with_its_own_reason_and_the_others_come_in() {
        read(HEADING + GOOD);
        FileId file = file(HEADING
                + "0571-86120001,固话,枫林路1号,城北局,城区,K1,,-1,线路一班\n"
                + "0571-86120002,固话,枫林路2号,城北局,城区,K1,,30.005,线路一班\n"
                + "0571-86120003,固话,枫林路3号,城北局,城区,K1,,30,火星班\n"
                + "0571-86120004,固话,枫林路4号,城北局,城区,K9,,30,线路一班\n"
                + "0571-86120005,固话,枫林路5号,城北局,城区,,,30,线路一班\n"
                + "0571-86120006,固话,枫林路\u00076号,城北局,城区,K1,,30,线路一班\n"
                + "0571-86120007,固话,枫林路7号,城北局,城区,K1,,30,线路一班\n"
                + "0571-86120007,固话,枫林路7号,城北局,城区,K1,,31,线路一班\n"
                + "0571-86120007,固话,枫林路7号,城北局,城区,K1,,30,线路一班\n"
                + "0571-86120008,固话,枫林路8号,城北局,城区,K1,,30,线路二班\n"
                + "0571-77002911,固话,枫林路9号,城北局,城区,K1,,30,线路一班\n"
                + "A-12,固话,枫林路10号,城北局,城区,K1,,30,线路一班\n"
                + "0571-86120011,固话,枫林路11号,城北局,,K1,,30,线路一班\n"
                + "0571-86120012,光缆,枫林路12号,城北局,城区,K1,,30,线路一班\n"
                + "0571-86120013,固话," + "长".repeat(301) + ",城北局,城区,K1,,30,线路一班\n");
        Run trial = run(file, Run.Kind.TRIAL);
        assertThat(lines()).isEqualTo(3);
        Run run = run(file, Run.Kind.WRITE);
        assertThat(counts(run)).containsExactly(1L, 0L, 1L, 13L).isEqualTo(counts(trial));
        assertThat(lines()).isEqualTo(4);
        Map<String, Long> reasons = intakeRuns.reasons(head, run.id()).stream()
                .collect(Collectors.toMap(reason -> reason.fault().code(), Reason::rows));
        assertThat(reasons)
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("line.rent", 2L),
                        Map.entry("line.unit", 1L),
                        Map.entry("line.unknown", 1L),
                        Map.entry("line.nobody", 1L),
                        Map.entry("typed.unseen", 1L),
                        Map.entry("row.twice", 1L),
                        Map.entry("line.post", 1L),
                        Map.entry("line.figures", 1L),
                        Map.entry("line.number", 1L),
                        Map.entry("required", 1L),
                        Map.entry("code.unknown", 1L),
                        Map.entry("typed.long", 1L)));
        assertThat(line("86120007").rent()).isEqualTo(RepairOffice.RENT);
        assertThat(book.post(head, EXCHANGE)).contains(crew);
        inWords(file, run);
    }

    private void inWords(FileId id, Run run) {
        StoredFile file = intake.file(head, id);
        FaultWords chinese = intake.words(file, Words.of(Words.CHINESE));
        FaultWords english = intake.words(file, Words.of(Words.ENGLISH));
        List<Reason> reasons = intakeRuns.reasons(head, run.id());
        assertThat(reasons.stream().map(reason -> chinese.reason(reason.fault())))
                .contains("客户编号：查不到这位客户，请先导入客户", "包修部门：没有这个部门", "线路号码：前面已有同一号码，内容不一样", "装机地址：超过300字");
        assertThat(reasons.stream().map(reason -> english.reason(reason.fault())))
                .contains(
                        "Monthly rent: not a sum of 0 or more in the bureau's currency",
                        "Address holds control characters that nobody can see",
                        "Number of the line: fewer than 3 figures");
    }

    @Test
    void a_later_file_changes_what_it_says_and_can_change_it_back() {
        read(HEADING + GOOD);
        LineId id = line("3407").id();
        String dearer = GOOD.replace("K1,,30,", "K2,,45.5,").replace("线路一班", "crew-2");
        assertThat(counts(read(HEADING + dearer))).containsExactly(0L, 1L, 1L, 1L);
        assertThat(line("3407")).returns(id, Line::id).returns(wang, Line::customer);
        assertThat(line("3407").rent()).hasToString("CNY 45.50");
        assertThat(book.post(head, EXCHANGE)).isNotEqualTo(java.util.Optional.of(crew));
        assertThat(deeds("line.change"))
                .singleElement()
                .satisfies(detail -> assertThat(detail)
                        .contains("\"customer\"", "\"rent\"", "CNY 30.00", "CNY 45.50")
                        .doesNotContain("address"));

        assertThat(counts(read(HEADING + GOOD + "\n"))).as("as before").containsExactly(0L, 1L, 2L, 0L);
        assertThat(line("3407")).returns(zhou, Line::customer).returns(RepairOffice.RENT, Line::rent);
        assertThat(book.post(head, EXCHANGE)).contains(crew);
    }

    @Test
    void a_number_that_comes_again_hundreds_of_rows_later_goes_back_all_the_same() {
        String rows = IntStream.range(0, 600)
                .mapToObj(n -> "0571-9%07d,固话,山路%d号,山前局,农村,K1,,20,线路一班\n".formatted(n, n))
                .collect(Collectors.joining());
        String again = "0571-90000003,固话,别处,山前局,农村,K1,,20,线路一班\n";
        String same = "0571-90000004,固话,山路4号,山前局,农村,K1,,20,线路一班\n";
        String spelled = "057190000005,固话,别处,山前局,农村,K1,,99,线路一班\n";
        FileId file = file(HEADING + rows + again + same + spelled);
        Run trial = run(file, Run.Kind.TRIAL);
        Run run = run(file, Run.Kind.WRITE);
        assertThat(counts(run)).containsExactly(600L, 0L, 1L, 2L).isEqualTo(counts(trial));
        assertThat(intakeRuns.reasons(head, run.id()))
                .isNotEmpty()
                .allSatisfy(reason -> assertThat(reason.fault().code()).isEqualTo("row.twice"));
        assertThat(counts(run(file, Run.Kind.WRITE))).containsExactly(0L, 0L, 601L, 2L);
    }

    @Test
    void a_customer_whose_number_two_systems_use_must_be_said_by_the_source() {
        CustomerId other = customer("billing", "K1", "冯先生", "13812342048");
        FileId file = file(HEADING + GOOD);
        Run run = run(file, Run.Kind.WRITE);
        assertThat(counts(run)).containsExactly(1L, 0L, 0L, 2L);
        assertThat(intakeRuns.reasons(head, run.id()))
                .singleElement()
                .satisfies(reason -> assertThat(reason.fault().code()).isEqualTo("line.several"));
        StoredFile stored = intake.file(head, file);
        intake.settle(head, file, stored.version(), "billing", stored.mapping());
        assertThat(counts(run(file, Run.Kind.WRITE))).containsExactly(2L, 0L, 1L, 0L);
        assertThat(line("3407").customer()).isEqualTo(other);
    }

    @Test
    void english_headings_are_known_and_of_two_columns_named_alike_the_first_is_taken() {
        FileId file = file("Line number,Service type,Installation address,Cabinet,Urban or rural,Customer ID,"
                + "Monthly rent,Repair unit,Installation address\n"
                + "0571-86123407,Broadband,7 Maple Road,C-17,rural,K1,30,CREW-1,elsewhere\n");
        assertThat(intake.file(head, file).mapping().uses().stream().map(use -> use.field()))
                .isEqualTo(Arrays.asList(
                        "number", "service", "address", "exchange", "area", "customer", "rent", "unit", null));
        assertThat(counts(run(file, Run.Kind.WRITE))).containsExactly(1L, 0L, 0L, 0L);
        assertThat(line("3407"))
                .returns("7 Maple Road", Line::address)
                .returns("C-17", Line::exchange)
                .returns(Area.RURAL, Line::area);
        assertThat(book.post(head, "C-17")).contains(crew);
    }

    @Test
    void who_gives_out_work_does_not_set_rents() throws Exception {
        FileId file = file(HEADING + GOOD);
        Actor crewHead = offices.hire(command, Posts.HEAD, "2002");
        assertThatThrownBy(() -> intakeRuns.runNow(crewHead, file, Run.Kind.TRIAL, one -> {}))
                .hasMessageContaining("access.denied");
        assertThatThrownBy(
                        () -> intake.receive(crewHead, "mine.csv", "lines", new ByteArrayInputStream(new byte[] {'a'})))
                .hasMessageContaining("access.denied");
        assertThat(Browser.of(web, crewHead).look("/intake").page())
                .contains("value=\"customers\"")
                .doesNotContain("value=\"lines\"");
        assertThat(lines()).isZero();
    }

    @Test
    void lines_are_offered_where_files_come_in_and_an_outage_hits_what_was_brought_in() throws Exception {
        assertThat(Browser.of(web, head).look("/intake").page()).contains("value=\"lines\"", ">Lines<");
        read(HEADING + GOOD);
        Outage outage = outages.declare(head, EXCHANGE, "停电", clock.instant().plusSeconds(7200));
        assertThat(outages.count(head, outage.id())).isEqualTo(2);
        assertThat(outages.lines(head, outage.id(), null, 5))
                .containsExactlyInAnyOrder(line("3407").id(), line("2911").id());
    }
}
