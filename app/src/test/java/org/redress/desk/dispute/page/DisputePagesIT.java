package org.redress.desk.dispute.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.desk.dispute.SomeBills.yuan;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.dispute.BillItem;
import org.redress.desk.dispute.Claim;
import org.redress.desk.dispute.ClaimState;
import org.redress.desk.dispute.Disputes;
import org.redress.desk.dispute.SomeBills;
import org.redress.desk.fault.Area;
import org.redress.desk.fault.LineBook;
import org.redress.desk.fault.NewLine;
import org.redress.desk.fault.Service;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.ground.trail.Trail;
import org.redress.support.Browser;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@RedressIT
@Tag("S5.7")
class DisputePagesIT {

    @Autowired
    Disputes disputes;

    @Autowired
    SomeBills bills;

    @Autowired
    Tickets tickets;

    @Autowired
    LineBook lines;

    @Autowired
    Offices offices;

    @Autowired
    Trail trail;

    @Autowired
    MockMvc web;

    private Actor command;
    private Actor agent;
    private Browser lin;
    private Browser office;
    private Browser gao;
    private Ticket ticket;
    private String page;

    @BeforeEach
    void open() throws Exception {
        command = offices.found();
        agent = offices.hire(command, Posts.AGENT, "lin");
        lin = Browser.of(web, agent);
        office = Browser.of(web, offices.hireElsewhere(command, Posts.AGENT, "office"));
        gao = Browser.of(web, offices.hire(command, Posts.HEAD, "gao"));
        ticket = bills.ticket(agent);
        page = "/disputes/" + ticket.id().value();
    }

    private Claim only() {
        List<Claim> claims = disputes.of(command, ticket.id());
        assertThat(claims).hasSize(1);
        return claims.getFirst();
    }

    private Browser.Answer mark(BillItem item, String key) throws Exception {
        String id = item.id().value().toString();
        return lin.sendAgain(
                key,
                page + "/mark",
                "bill",
                item.bill().value().toString(),
                "item-" + id,
                "on",
                "reason-" + id,
                "NOT_MADE",
                "words-" + id,
                "我<b>没打过</b>");
    }

    private String act(String act) {
        return page + "/" + only().id().value() + "/" + act;
    }

    private String version() {
        return Integer.toString(only().version());
    }

    @Test
    void empty_pages_say_so_in_both_languages() throws Exception {
        assertThat(lin.look("/disputes").page()).contains("Nothing is disputed");
        assertThat(lin.look("/disputes?lang=zh-CN").page()).contains("没有争议费用");
        assertThat(lin.look(page).page()).contains("There are no bills of this customer");
        assertThat(lin.look(page + "?lang=zh-CN").page()).contains("该客户没有账单");
        assertThat(lin.look("/tickets/" + ticket.id().value()).page()).contains("No item is disputed", page + "#bills");
        Ticket fault = bills.ticket(agent, TicketKind.FAULT, null);
        assertThat(lin.look("/disputes/" + fault.id().value()).status()).isEqualTo(404);
        assertThat(lin.look("/tickets/" + fault.id().value()).page()).doesNotContain("id=\"dispute\"");
    }

    @Test
    void items_are_marked_proved_decided_and_the_customer_is_told() throws Exception {
        BillItem item = bills.billed(command, SomeBills.customer(ticket), "1234.50", "3.00")
                .getFirst();
        assertThat(lin.look(page).page())
                .contains("长途&lt;i&gt;0&lt;/i&gt;", "1,234.50", "020****4321")
                .doesNotContain("02087654321");
        String key = "0190f0b2-0000-7000-8000-000000000021";
        assertThat(mark(item, key).next()).isEqualTo(page);
        assertThat(mark(item, key).next()).as("a second click").isEqualTo(page);
        only();
        assertThat(lin.look(page).page())
                .contains(
                        "Waits for evidence", "我&lt;b&gt;没打过&lt;/b&gt;", "Held", "Disputed", "Receivable", "1,234.50");
        assertThat(lin.look("/tickets/" + ticket.id().value()).page())
                .contains("Held out of dunning", "Not made by me");
        assertThat(office.look("/disputes").page())
                .contains(page, ticket.number().toString());
        assertThat(office.send(
                                act("prove"),
                                "version",
                                "1",
                                "kind",
                                "CALL_RECORD",
                                "words",
                                "话单在",
                                "reference",
                                "CDR-9")
                        .next())
                .isEqualTo(page);
        assertThat(gao.look(page).page()).contains("Waits for a decision", "话单在", "CDR-9", "Decide that it is owed");
        assertThat(gao.send(act("customer"), "version", version(), "part", "1,000.5", "why", "多计")
                        .next())
                .isEqualTo(page);
        assertThat(only().state()).isEqualTo(ClaimState.CUSTOMER);
        assertThat(bills.now(command, item.id()).adjusted()).isEqualTo(yuan("1000.50"));
        String decided = lin.look(page).page();
        assertThat(decided).contains("Not owed: ", "1,000.50", "已核减", "您不用承担", "Record the answer", "Adjusted");
        Ticket now = tickets.get(agent, ticket.id());
        assertThat(lin.send(
                                page + "/answer",
                                "version",
                                Integer.toString(now.version()),
                                "channel",
                                "HOT_LINE",
                                "text",
                                "退您一千元零五角。")
                        .next())
                .isEqualTo("/tickets/" + ticket.id().value());
        assertThat(tickets.get(agent, ticket.id()).reply().answeredAt()).isNotNull();
    }

    @Test
    @Tag("S5.2")
    void whoever_takes_a_contact_sees_what_the_customer_has_and_owes_less_what_is_disputed() throws Exception {
        String screen = "/contacts/new?customer=" + SomeBills.customer(ticket).value();
        assertThat(lin.look(screen).page()).contains("No service in use.", "No bill.");
        BillItem item = bills.billed(command, SomeBills.customer(ticket), "12.50", "3.00", "40.00")
                .getFirst();
        lines.enter(
                command,
                new NewLine(
                        "0571-8612 3407",
                        Service.FIXED,
                        "枫林路7号2单元301",
                        "城北局",
                        Area.URBAN,
                        SomeBills.customer(ticket),
                        yuan("30.00")));
        assertThat(lin.look(screen).page())
                .contains("Fixed line", "057****3407", "¥55.50")
                .doesNotContain("No service in use.", "No bill.", "8612 3407");

        mark(item, UUID.randomUUID().toString());
        assertThat(lin.look(screen).page()).contains("¥43.00").doesNotContain("¥55.50");
    }

    @Test
    void sums_that_cannot_be_read_come_back_with_what_was_typed() throws Exception {
        BillItem item =
                bills.billed(command, SomeBills.customer(ticket), "12.50").getFirst();
        mark(item, "0190f0b2-0000-7000-8000-000000000022");
        office.send(act("prove"), "version", "1", "kind", "CONTRACT", "words", "协议", "reference", "HT");
        for (String[] wrong : new String[][] {
            {"1.005", "more than 2 decimals"},
            {"-1", "more than nothing"},
            {"0", "more than nothing"},
            {"12.51", "at most the sum"},
            {"viel", "is no sum"}
        }) {
            Browser.Answer back = gao.send(act("customer"), "version", version(), "part", wrong[0], "why", "退&lt;");
            assertThat(back.status()).as(wrong[0]).isEqualTo(422);
            assertThat(back.page()).as(wrong[0]).contains(wrong[1], "value=\"" + wrong[0] + "\"");
        }
        assertThat(gao.send(act("prove"), "version", version(), "kind", "HEARSAY", "words", "x", "reference", "y")
                        .page())
                .contains("Choose one.");
        assertThat(lin.send(page + "/mark", "bill", item.bill().value().toString())
                        .page())
                .contains("Mark at least one item.");
        assertThat(only().open()).isTrue();
    }

    @Test
    void refusals_are_said_and_strangers_decide_nothing() throws Exception {
        BillItem item =
                bills.billed(command, SomeBills.customer(ticket), "12.50").getFirst();
        mark(item, "0190f0b2-0000-7000-8000-000000000023");
        assertThat(office.send(act("customer"), "version", "1", "why", "退").status())
                .isEqualTo(403);
        assertThat(office.look(page).page())
                .contains("Bring evidence forward")
                .doesNotContain("Decide for the customer");
        assertThat(gao.send(act("operator"), "version", "1", "why", "要收").next())
                .isEqualTo(page);
        assertThat(only().open()).isTrue();
        assertThat(lin.send(page + "/" + "0190f0b2-0000-7000-8000-00000000ffff/customer", "version", "1", "why", "x")
                        .status())
                .isEqualTo(404);
        Actor elsewhere = offices.found();
        Browser stranger = Browser.of(web, offices.hire(elsewhere, Posts.HEAD, "x"));
        assertThat(stranger.look(page).status()).isEqualTo(404);
        assertThat(stranger.send(act("customer"), "version", "1", "why", "x").status())
                .isEqualTo(404);
        assertThat(stranger.look("/disputes").page()).contains("Nothing is disputed");
    }

    @Test
    void a_moment_that_no_table_can_hold_is_no_place_in_the_list() throws Exception {
        for (String due : List.of("%2B999999999-01-01T00:00:00Z", "-1000000000-01-01T00:00:00Z", "soon")) {
            assertThat(lin.look("/disputes?id=" + ticket.id().value() + "&due=" + due)
                            .status())
                    .as(due)
                    .isEqualTo(400);
        }
        assertThat(lin.look("/disputes?due=&id=").status()).isEqualTo(200);
        assertThat(lin.look("/disputes?id=" + ticket.id().value() + "&due=9999-12-31T23:59:59Z")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void numbers_are_shown_in_full_by_a_form_alone_and_that_leaves_a_trail() throws Exception {
        bills.billed(command, SomeBills.customer(ticket), "12.50");
        assertThat(lin.look(page + "?reveal=true").page())
                .contains("020****4321", "action=\"" + page + "/reveal\"")
                .doesNotContain("02087654321");
        assertThat(lin.look(page + "/reveal").status()).isEqualTo(405);
        assertThat(reveals()).isZero();
        assertThat(lin.send(page + "/reveal").page()).contains("02087654321").doesNotContain("/reveal\"");
        assertThat(reveals()).isOne();
        assertThat(lin.look(page).page()).as("this once").doesNotContain("02087654321");
        Browser stranger = Browser.of(web, offices.hire(offices.found(), Posts.HEAD, "x"));
        assertThat(stranger.send(page + "/reveal").status()).isEqualTo(404);
        assertThat(reveals()).isOne();
    }

    private long reveals() {
        return trail.of(command, "ticket", ticket.id().value(), 50).stream()
                .filter(entry -> entry.deed().equals("dispute.reveal"))
                .count();
    }

    @Test
    void a_long_bill_is_shown_page_by_page_with_the_sums_of_all_its_items() throws Exception {
        String[] sums = new String[103];
        java.util.Arrays.fill(sums, "1.00");
        BillItem item = bills.billed(command, SomeBills.customer(ticket), sums).getFirst();
        String next = page + "?bill=" + item.bill().value() + "&amp;after=100#bills";
        assertThat(lin.look(page).page())
                .contains("长途&lt;i&gt;99&lt;/i&gt;", "103.00", next)
                .doesNotContain("长途&lt;i&gt;100&lt;/i&gt;");
        assertThat(lin.look(page + "?bill=" + item.bill().value() + "&after=100")
                        .page())
                .contains("长途&lt;i&gt;100&lt;/i&gt;", "长途&lt;i&gt;102&lt;/i&gt;", "103.00")
                .doesNotContain("长途&lt;i&gt;99&lt;/i&gt;", "rel=\"next\"");
    }

    @Test
    void a_decision_is_taken_back_and_its_postings_with_it() throws Exception {
        BillItem item =
                bills.billed(command, SomeBills.customer(ticket), "12.50").getFirst();
        mark(item, "0190f0b2-0000-7000-8000-000000000024");
        lin.send(act("customer"), "version", "1", "why", "退");
        assertThat(lin.look(page).page()).doesNotContain("Take the decision back");
        assertThat(gao.look(page).page()).contains("Take the decision back");
        assertThat(gao.send(act("take-back"), "version", version(), "why", "看错了")
                        .next())
                .isEqualTo(page);
        assertThat(gao.look(page + "?lang=zh-CN").page()).contains("冲回", "已冲回", "撤回认定");
        assertThat(bills.now(command, item.id()).held()).isEqualTo(yuan("12.50"));
    }
}
