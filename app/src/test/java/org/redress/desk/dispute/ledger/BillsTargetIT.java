package org.redress.desk.dispute.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.redress.desk.dispute.SomeBills.yuan;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.dispute.Bill;
import org.redress.desk.dispute.BillItem;
import org.redress.desk.dispute.Billing;
import org.redress.desk.dispute.Claim;
import org.redress.desk.dispute.Disputes;
import org.redress.desk.dispute.ItemKind;
import org.redress.desk.dispute.Reason;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.NewTicket;
import org.redress.desk.ticket.Step;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.ground.intake.FaultWords;
import org.redress.ground.intake.FileId;
import org.redress.ground.intake.Intake;
import org.redress.ground.intake.IntakeRuns;
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

/** The bills of a bureau come in by a file. */
@RedressIT
@Tag("S5.7")
class BillsTargetIT {

    private static final String HEADING = "账单号,费用项编号,客户编号,联系电话,账期,出账日期,使用时间,费用类型,费用名称,对方号码,时长（秒）,金额,币种,账单合计\n";
    private static final String GOOD = """
            B1,1,K1,,2026-06,2026-07-01,2026-06-03 09:12:00,长途,国内长途,02087650011,95,10.40,CNY,69.40
            B1,2,K1,,2026-06,2026-07-01,,月租费,套餐月租,,,59.00,CNY,69.40
            B2,1,,138-1234-2047,202606,2026-07-01,,增值业务,游戏周包,,,12,元,12.00
            """;

    @Autowired
    Offices offices;

    @Autowired
    Customers customers;

    @Autowired
    Intake intake;

    @Autowired
    IntakeRuns intakeRuns;

    @Autowired
    Billing billing;

    @Autowired
    Disputes disputes;

    @Autowired
    Tickets tickets;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc web;

    private Actor command;
    private Actor head;
    private CustomerId zhou;
    private CustomerId wang;
    private int files;

    @BeforeEach
    void found() {
        command = offices.found();
        head = offices.hire(command, Posts.GENERAL_MANAGER, "2001");
        zhou = customer("K1", "周女士", "13812342046");
        wang = customer("K2", "王先生", "13812342047");
    }

    private CustomerId customer(String number, String name, String phone) {
        return Objects.requireNonNull(customers
                .match(head, List.of(new CustomerDraft("crm", number, name, phone, "+86" + phone, null, null)))
                .getFirst());
    }

    private FileId file(String rows) {
        FileId file = intake.receive(
                head,
                "bills-" + ++files + ".csv",
                "bills",
                new ByteArrayInputStream((HEADING + rows).getBytes(StandardCharsets.UTF_8)));
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

    private Run read(String rows) {
        return run(file(rows), Run.Kind.WRITE);
    }

    private static List<Long> counts(Run run) {
        return List.of(run.created(), run.updated(), run.unchanged(), run.rejected());
    }

    private Map<String, Long> reasons(Run run) {
        return intakeRuns.reasons(head, run.id()).stream()
                .collect(Collectors.toMap(reason -> reason.fault().code(), reason -> reason.rows()));
    }

    private long rows(String table) {
        return jdbc.sql("select count(*) from dispute." + table + " where bureau = ?")
                .param(head.bureau().value())
                .query(Long.class)
                .single();
    }

    private List<BillItem> items(CustomerId customer) {
        Bill bill = billing.bills(head, customer, 5).getFirst();
        return billing.items(head, bill.id(), 0, 10);
    }

    @Test
    void a_file_becomes_bills_and_the_same_file_again_changes_nothing() {
        FileId file = file(GOOD);
        assertThat(intake.preview(head, intake.file(head, file)))
                .hasSize(3)
                .allSatisfy(row -> assertThat(row.faults()).isEmpty());
        assertThat(counts(run(file, Run.Kind.TRIAL))).containsExactly(3L, 0L, 0L, 0L);
        assertThat(rows("bill")).isZero();
        assertThat(counts(run(file, Run.Kind.WRITE))).containsExactly(3L, 0L, 0L, 0L);
        assertThat(billing.bills(head, zhou, 5))
                .singleElement()
                .returns("B1", Bill::number)
                .returns(YearMonth.of(2026, 6), Bill::month)
                .returns(LocalDate.of(2026, 7, 1), Bill::issuedOn);
        assertThat(items(zhou)).extracting(BillItem::sum).containsExactly(yuan("10.40"), yuan("59.00"));
        assertThat(items(zhou).getFirst())
                .returns(ItemKind.LONG_DISTANCE, BillItem::kind)
                .returns("国内长途", BillItem::what)
                .returns("02087650011", BillItem::called)
                .returns(95, BillItem::seconds);
        assertThat(items(wang))
                .as("known by the telephone")
                .extracting(BillItem::sum)
                .containsExactly(yuan("12.00"));

        assertThat(counts(run(file, Run.Kind.WRITE))).containsExactly(0L, 0L, 3L, 0L);
        String otherwise = "B1,2,K1,,2026年6月,2026-07-01,,月租,套餐月租,,,59,人民币,69.4\n"
                + "B1,1,K1,,2026-06,2026-07-01,2026-06-03 09:12:00,长途,国内长途,02087650011,95,10.4,,69.40\n";
        assertThat(counts(read(otherwise))).as("written otherwise").containsExactly(0L, 0L, 2L, 0L);
        assertThat(rows("item")).isEqualTo(3);
    }

    @Test
    void an_item_that_was_brought_in_is_marked_as_disputed_on_the_page() throws Exception {
        read(GOOD);
        Actor agent = offices.hire(command, Posts.AGENT, "lin");
        Ticket ticket = tickets.openFor(
                agent,
                new NewTicket(TicketKind.BILL_DISPUTE, Channel.HOT_LINE, "长途费不对", "没打过", null, null, null, null),
                zhou);
        tickets.step(agent, ticket.id(), ticket.version(), Step.START, null);
        Browser lin = Browser.of(web, agent);
        String page = "/disputes/" + ticket.id().value();
        assertThat(lin.look(page).page()).contains("国内长途", "10.40");
        BillItem item = items(zhou).getFirst();
        String id = item.id().value().toString();
        lin.send(
                page + "/mark",
                "bill",
                item.bill().value().toString(),
                "item-" + id,
                "on",
                "reason-" + id,
                "NOT_MADE",
                "words-" + id,
                "没打过");
        assertThat(disputes.of(command, ticket.id()))
                .singleElement()
                .returns(item.id(), Claim::item)
                .returns(Reason.NOT_MADE, Claim::reason);
        assertThat(items(zhou).getFirst().held()).isEqualTo(yuan("10.40"));
        assertThat(counts(read(GOOD))).as("what is held is no other bill").containsExactly(0L, 0L, 3L, 0L);
    }

    @Test
    void a_bill_whose_rows_contradict_one_another_does_not_come_in_at_all() {
        FileId file = file(
                // does not add up
                "C1,1,K1,,2026-06,2026-07-01,,市话,市话,,,1.00,,3.00\nC1,2,K1,,2026-06,2026-07-01,,市话,市话,,,1.00,,3.00\n"
                        // two currencies
                        + "C2,1,K1,,2026-06,2026-07-01,,市话,市话,,,1.00,CNY,2.00\n"
                        + "C2,2,K1,,2026-06,2026-07-01,,市话,市话,,,1.00,USD,2.00\n"
                        // two totals
                        + "C3,1,K1,,2026-06,2026-07-01,,市话,市话,,,1.00,,2.00\n"
                        + "C3,2,K1,,2026-06,2026-07-01,,市话,市话,,,1.00,,2.50\n"
                        // two customers
                        + "C4,1,K1,,2026-06,2026-07-01,,市话,市话,,,1.00,,2.00\n"
                        + "C4,2,K2,,2026-06,2026-07-01,,市话,市话,,,1.00,,2.00\n"
                        // one number twice
                        + "C5,1,K1,,2026-06,2026-07-01,,市话,市话,,,1.00,,2.50\n"
                        + "C5,1,K1,,2026-06,2026-07-01,,市话,市话,,,1.50,,2.50\n"
                        // a row that cannot be read takes the others with it
                        + "C6,1,K1,,2026-06,2026-07-01,,市话,市话,,,-1.00,,2.00\n"
                        + "C6,2,K1,,2026-06,2026-07-01,,市话,市话,,,1.00,,2.00\n"
                        // nobody on file, nobody at all, no month
                        + "C7,1,K9,,2026-06,2026-07-01,,市话,市话,,,1.00,,1.00\n"
                        + "C8,1,,,2026-06,2026-07-01,,市话,市话,,,1.00,,1.00\n"
                        + "C9,1,K1,,2026-16,2026-07-01,,市话,市话,,,1.00,,1.00\n"
                        // a good one between them
                        + "C10,1,K1,,2026-06,2026-07-01,,市话,市话,,,1.00,,1.00\n");
        Run trial = run(file, Run.Kind.TRIAL);
        Run run = run(file, Run.Kind.WRITE);
        assertThat(counts(run)).containsExactly(1L, 0L, 0L, 15L).isEqualTo(counts(trial));
        assertThat(billing.bills(head, zhou, 20)).extracting(Bill::number).containsExactly("C10");
        assertThat(rows("item")).isEqualTo(1);
        assertThat(reasons(run))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("bill.total", 3L),
                        Map.entry("bill.currency", 1L),
                        Map.entry("bill.part", 1L),
                        Map.entry("bill.heads", 4L),
                        Map.entry("bill.item", 2L),
                        Map.entry("bill.sum", 1L),
                        Map.entry("bill.unknown", 1L),
                        Map.entry("bill.nobody", 1L),
                        Map.entry("bill.month", 1L)));
        StoredFile stored = intake.file(head, file);
        FaultWords chinese = intake.words(stored, Words.of(Words.CHINESE));
        FaultWords english = intake.words(stored, Words.of(Words.ENGLISH));
        assertThat(intakeRuns.reasons(head, run.id()).stream().map(reason -> chinese.reason(reason.fault())))
                .contains("币种：账单币种是CNY", "客户编号：查不到这位客户，请先导入客户", "同一账单有别的行不能收，整张账单都没有导入");
        assertThat(intakeRuns.reasons(head, run.id()).stream().map(reason -> english.reason(reason.fault())))
                .contains(
                        "Currency: bills are in CNY",
                        "Sum of the item: not a sum above 0 in the bureau's currency",
                        "Billing month: no year and month that can be read; write it like 2026-06");
    }

    @Test
    void what_was_billed_stays_as_it_was_issued() {
        read(GOOD);
        Run run = read(GOOD.replace("10.40", "11.40").replace("69.40", "70.40"));
        assertThat(counts(run)).containsExactly(0L, 0L, 1L, 2L);
        assertThat(reasons(run)).containsExactly(Map.entry("bill.known", 2L));
        assertThat(items(zhou)).extracting(BillItem::sum).containsExactly(yuan("10.40"), yuan("59.00"));
    }

    @Test
    void a_bill_of_more_rows_than_a_batch_has_comes_in_as_one() {
        String rows = IntStream.rangeClosed(1, 700)
                .mapToObj(n -> (n <= 450 ? "D1,%d" : "D2,%d").formatted(n)
                        + ",K1,,2026-06,2026-07-01,,市话,市话,,,1.00,,"
                        + (n <= 450 ? "450.00" : "250.00") + "\n")
                .collect(Collectors.joining());
        FileId file = file(rows);
        assertThat(counts(run(file, Run.Kind.TRIAL))).containsExactly(700L, 0L, 0L, 0L);
        assertThat(counts(run(file, Run.Kind.WRITE))).containsExactly(700L, 0L, 0L, 0L);
        assertThat(billing.bills(head, zhou, 5)).hasSize(2);
        assertThat(counts(run(file, Run.Kind.WRITE))).containsExactly(0L, 0L, 700L, 0L);
    }

    @Test
    void who_leads_the_bureau_brings_bills_in_and_nobody_else() throws Exception {
        assertThat(Browser.of(web, head).look("/intake").page()).contains("value=\"bills\"", ">Bills<");
        Actor unitHead = offices.hire(command, Posts.HEAD, "2002");
        assertThatThrownBy(
                        () -> intake.receive(unitHead, "mine.csv", "bills", new ByteArrayInputStream(new byte[] {'a'})))
                .hasMessageContaining("access.denied");
        assertThat(Browser.of(web, unitHead).look("/intake").page()).doesNotContain("value=\"bills\"");
    }
}
