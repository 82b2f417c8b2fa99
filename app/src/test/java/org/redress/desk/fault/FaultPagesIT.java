package org.redress.desk.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.fault.simulator.Defect;
import org.redress.desk.fault.simulator.LineSimulator;
import org.redress.desk.ticket.Channel;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Actors;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.Staff;
import org.redress.ground.party.Customers;
import org.redress.support.Browser;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@RedressIT
@Tag("S5.6")
class FaultPagesIT {

    @Autowired
    Faults faults;

    @Autowired
    Outages outages;

    @Autowired
    FaultFiles files;

    @Autowired
    LineBook book;

    @Autowired
    LineSimulator simulator;

    @Autowired
    Customers customers;

    @Autowired
    Bureaus bureaus;

    @Autowired
    Staff staff;

    @Autowired
    Actors actors;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc web;

    @Autowired
    org.redress.improve.insight.cases.SomeCases cases;

    @Autowired
    org.redress.improve.insight.cases.CaseTrial trial;

    @Autowired
    org.springframework.security.core.userdetails.UserDetailsService signIn;

    @Autowired
    java.time.Clock time;

    private RepairOffice all;

    @BeforeEach
    void open() {
        all = new RepairOffice(bureaus, staff, actors, customers, book);
    }

    private Browser as(Actor person) throws Exception {
        return Browser.of(web, person);
    }

    private long rows(String table) {
        return jdbc.sql("select count(*) from " + table + " where bureau = ?")
                .param(all.command.bureau().value())
                .query(Long.class)
                .single();
    }

    private String[] form(String... more) {
        String[] base = {
            "contact",
            UUID.randomUUID().toString(),
            "line",
            all.fixed.id().value().toString(),
            "begun",
            "0",
            "channel",
            "HOT_LINE",
            "mood",
            "WORRIED",
            "words",
            "没有<b>拨号音</b>",
            "unit",
            "",
            "from",
            "",
            "until",
            ""
        };
        String[] form = java.util.Arrays.copyOf(base, base.length + more.length);
        System.arraycopy(more, 0, form, base.length, more.length);
        return form;
    }

    @Test
    void a_moment_that_no_table_can_hold_is_no_place_in_the_list() throws Exception {
        String id = "&id=" + UUID.randomUUID();
        for (String at : List.of("%2B999999999-01-01T00:00:00Z", "-1000000000-01-01T00:00:00Z", "soon")) {
            assertThat(as(all.lin).look("/faults?at=" + at + id).status())
                    .as(at)
                    .isEqualTo(400);
            assertThat(as(all.lin).look("/faults/outages?at=" + at + id).status())
                    .as(at)
                    .isEqualTo(400);
        }
        assertThat(as(all.lin).look("/faults?at=never" + id).status()).isEqualTo(200);
    }

    @Test
    void number_line_address_customer_and_outage_stand_on_one_screen_and_looking_changes_nothing() throws Exception {
        outages.declare(
                all.zheng, RepairOffice.EXCHANGE, "光缆被挖断", time.instant().plusSeconds(7200));
        Browser lin = as(all.lin);
        assertThat(lin.look("/faults/new").page()).contains("No line yet", "112 desk");
        String found = lin.look("/faults/new?number=571").page();
        assertThat(found)
                .contains("057****3407", "057****5521", "****2911", "Fixed line", "枫林路7号2单元301")
                .doesNotContain("8612 3407");
        assertThat(lin.look("/faults/new?number=99").page()).contains("No line has these figures.");
        String screen = lin.look("/faults/new?number=3407").page();
        assertThat(screen)
                .contains(
                        "枫林路7号2单元301",
                        "城北局",
                        "周女士",
                        "¥30.00",
                        "The exchange is down; expected to end",
                        "光缆被挖断",
                        "Is there a dial tone?",
                        "Test the line",
                        "Never tested",
                        "Line crew 1 (of the exchange)")
                .doesNotContain("13812342046");
        assertThat(lin.look("/customers/"
                                + book.find(all.lin, "3407", 1)
                                        .getFirst()
                                        .customer()
                                        .value())
                        .page())
                .contains("Fixed line", "057****3407")
                .doesNotContain("No service in use.");
        lin.send("/faults/new/answer", form("answer", "tone.none"));
        for (String table :
                List.of("fault.fault", "fault.line_test", "ticket.ticket", "contact.contact", "fault.answer")) {
            assertThat(rows(table)).as(table).isZero();
        }
    }

    @Test
    void questions_branch_and_a_test_is_kept_once_while_what_was_typed_stays() throws Exception {
        simulator.plant(all.command, all.fixed.id(), new Defect(Defect.Kind.BROKEN, 350, 0));
        Browser lin = as(all.lin);
        String asked = lin.send("/faults/new/answer", form("said", "", "answer", "tone.none"))
                .page();
        assertThat(asked)
                .contains("No, silence", "Does another set", "value=\"tone.none\"", "没有&lt;b&gt;拨号音&lt;/b&gt;")
                .doesNotContain("没有<b>");
        String ended = lin.send("/faults/new/answer", form("said", "tone.none", "answer", "sets.one"))
                .page();
        assertThat(ended).contains("Points to: the customer’s set");
        assertThat(lin.send("/faults/new/answer", form("said", "tone.none,sets.one", "undo", "sets"))
                        .page())
                .contains("Does another set")
                .doesNotContain("Points to:");
        String key = UUID.randomUUID().toString();
        String tested = lin.sendAgain(key, "/faults/new/test", form()).page();
        lin.sendAgain(key, "/faults/new/test", form());
        assertThat(tested).contains("Open", "at about 346 m", "nF · noise", "没有&lt;b&gt;拨号音");
        assertThat(rows("fault.line_test")).isEqualTo(1);
    }

    @Test
    void a_fault_goes_from_the_report_to_the_customers_word_on_the_pages() throws Exception {
        Browser lin = as(all.lin);
        String key = UUID.randomUUID().toString();
        String[] form = form("said", "tone.none,sets.one");
        String page = lin.sendAgain(key, "/faults", form).next();
        assertThat(page).startsWith("/tickets/").endsWith("#fault");
        assertThat(lin.sendAgain(key, "/faults", form).next())
                .as("a second click")
                .isEqualTo(page);
        assertThat(rows("fault.fault")).isEqualTo(1);
        String address = page.substring(0, page.indexOf('#'));
        assertThat(lin.look(address).page())
                .contains("0571-8612 3407", "Sent", "Send to another post", "the customer’s set")
                .doesNotContain("I am on site");
        Fault fault = files.line(all.lin, all.fixed.id()).map(LineFile::open).orElseThrow();
        String order = "/faults/" + fault.id().value();
        Browser he = as(all.he);
        assertThat(he.look("/faults").page())
                .contains(page, "057****3407", "Sent")
                .doesNotContain("8612 3407");
        assertThat(he.send(order + "/accept").next()).isEqualTo(page);
        assertThat(he.look("/faults?view=MINE").page()).contains(page);
        assertThat(he.look(address).page()).contains("I am on site");
        he.send(order + "/arrive");
        he.look(address);
        assertThat(he.send(order + "/restore", "cause", "", "done", "换了皮线").next())
                .isEqualTo(address);
        assertThat(he.look(address).page()).contains("Choose one of those that are offered.", "换了皮线");
        he.send(order + "/restore", "cause", "CABLE", "done", "换了皮线");
        he.look(address);
        assertThat(he.send(order + "/arrive").next()).isEqualTo(address);
        assertThat(he.look(address).page())
                .contains(
                        "It stands at “Restored, to be confirmed”. Possible now: Customer confirms, Customer denies, Customer not reached.");
        assertThat(lin.look("/faults?view=REPORTED").page()).contains("Restored, to be confirmed");
        lin.send(order + "/deny", "how", "HOT_LINE", "words", "还是没有声音");
        assertThat(lin.look(address).page()).contains("还是没有声音", "Sent");
        he.send(order + "/accept");
        he.send(order + "/restore", "cause", "NON_CABLE", "done", "局内端口换了");
        assertThat(lin.send(order + "/confirm", "how", "HOT_LINE", "words", "好了")
                        .next())
                .isEqualTo(page);
        assertThat(lin.look(address).page()).contains("Confirmed by the customer", "局内端口换了");
        assertThat(lin.look("/faults?view=REPORTED").page()).contains("Nothing that you reported is open");
        assertThat(as(all.fu).send(order + "/accept").status()).isEqualTo(403);
    }

    @Test
    void who_is_not_reached_is_written_down_with_what_was_tried() throws Exception {
        Browser lin = as(all.lin);
        Browser he = as(all.he);
        String page = lin.send("/faults", form("said", "tone.none,sets.one")).next();
        String address = page.substring(0, page.indexOf('#'));
        Fault fault = files.line(all.lin, all.fixed.id()).map(LineFile::open).orElseThrow();
        String order = "/faults/" + fault.id().value();
        he.send(order + "/accept");
        he.send(order + "/restore", "cause", "CABLE", "done", "换了皮线");
        assertThat(lin.look(address).page()).contains("The customer was not reached", "what stood in the way");
        assertThat(lin.send(order + "/unreached", "how", "HOT_LINE", "words", " ")
                        .next())
                .isEqualTo(address);
        for (String why : List.of("关机", "无人接听", "空号，已查无其他电话")) {
            assertThat(lin.send(order + "/unreached", "how", "HOT_LINE", "words", why)
                            .next())
                    .isEqualTo(page);
        }
        assertThat(lin.look(address).page())
                .contains("Restored, customer not reached", "关机", "空号，已查无其他电话", "not asked any more")
                .doesNotContain("Confirmed by the customer");
        assertThat(lin.look("/faults?view=REPORTED").page()).contains("Nothing that you reported is open");
    }

    @Test
    void a_report_that_cannot_be_taken_comes_back_with_its_reason_and_all_that_was_typed() throws Exception {
        Browser lin = as(all.lin);
        String[] form = form();
        form[9] = "";
        Browser.Answer moodless = lin.send("/faults", form);
        assertThat(moodless.status()).isEqualTo(422);
        assertThat(moodless.page()).contains("Say how the customer is.", "没有&lt;b&gt;拨号音");
        form[9] = "CALM";
        form[15] = "2020-01-01T08:00";
        form[17] = "2020-01-01T07:00";
        assertThat(lin.send("/faults", form).page()).contains("Give a stretch that ends after it begins");
        form[15] = "";
        form[17] = "";
        form[11] = "  ";
        assertThat(lin.send("/faults", form).status()).isEqualTo(422);
        assertThat(rows("ticket.ticket")).isZero();
        form[11] = "没有声音";
        lin.send("/faults", form);
        assertThat(lin.send("/faults", form()).next()).startsWith("/tickets/");
        assertThat(rows("ticket.ticket")).as("the line is under repair already").isEqualTo(1);
        assertThat(lin.look("/faults/new?line=" + all.fixed.id().value()).page())
                .contains("This line is under repair already.")
                .doesNotContain("Report and send the work order");
    }

    @Test
    void an_outage_is_declared_and_ended_by_those_who_give_out_work() throws Exception {
        Browser zheng = as(all.zheng);
        assertThat(zheng.look("/faults/outages").page()).contains("No outages", "Declare an outage");
        assertThat(zheng.send("/faults/outages", "exchange", "城北局", "reason", "停电", "end", "soon")
                        .page())
                .contains("Give an end that lies ahead.", "停电");
        String end = LocalDateTime.ofInstant(time.instant().plusSeconds(7200), all.zheng.zone())
                .withNano(0)
                .toString();
        zheng.send("/faults/outages", "exchange", "城北局", "reason", "停电", "end", end);
        Browser lin = as(all.lin);
        assertThat(lin.look("/faults/outages").page())
                .contains("停电")
                .doesNotContain("It has ended", "Declare an outage");
        Outage outage = outages.list(all.lin, null, null, 5).getFirst();
        Fault fault = FaultsIT.opened(faults.report(all.lin, all.wish(all.rural)));
        String ticket = "/tickets/" + fault.ticket().value();
        assertThat(lin.look(ticket).page()).contains("The exchange is down; expected to end", "停电");
        assertThat(lin.send("/faults/outages/" + outage.id().value() + "/end").status())
                .isEqualTo(403);
        zheng.send("/faults/outages/" + outage.id().value() + "/end");
        assertThat(lin.look("/faults/new?number=3407").page()).doesNotContain("The exchange is down");
        assertThat(lin.look(ticket).page()).doesNotContain("The exchange is down");
    }

    private Instant started = Instant.EPOCH;

    private String ago(long minutes) {
        return LocalDateTime.ofInstant(started.minusSeconds(minutes * 60), all.zheng.zone())
                .withSecond(0)
                .withNano(0)
                .toString();
    }

    private int declare(String since) throws Exception {
        return as(all.zheng)
                .send("/faults/outages", "exchange", "城北局", "reason", "停电", "since", since, "end", ago(-120))
                .status();
    }

    @Test
    void begin_and_end_of_an_outage_are_when_people_say_they_were_and_two_of_an_exchange_do_not_overlap()
            throws Exception {
        started = time.instant();
        assertThat(declare(ago(-5))).as("ahead").isEqualTo(422);
        assertThat(declare("yesterday")).isEqualTo(422);
        assertThat(declare(ago(300))).isEqualTo(303);
        Outage outage = outages.list(all.lin, null, null, 5).getFirst();
        assertThat(LocalDateTime.ofInstant(outage.declaredAt(), all.zheng.zone()))
                .hasToString(ago(300));

        Browser zheng = as(all.zheng);
        String end = "/faults/outages/" + outage.id().value() + "/end";
        assertThat(zheng.send(end, "at", ago(301)).page()).contains("An outage is over after its begin", ago(301));
        assertThat(zheng.send(end, "at", ago(-5)).status()).isEqualTo(422);
        assertThat(zheng.send(end, "at", ago(120)).status()).isEqualTo(303);
        assertThat(Objects.requireNonNull(
                                outages.list(all.lin, null, null, 5).getFirst().ended())
                        .at())
                .isEqualTo(outage.declaredAt().plusSeconds(180 * 60));

        assertThat(declare(ago(121))).as("the one before was not over yet").isEqualTo(422);
        assertThat(outages.list(all.lin, null, null, 5)).hasSize(1);
        assertThat(declare(ago(120))).isEqualTo(303);
    }

    private Browser.Answer cut(Browser who, String numbers) throws Exception {
        started = time.instant();
        return who.send("/faults/outages", "exchange", "城北局", "reason", "支缆被盗", "end", ago(-120), "numbers", numbers);
    }

    @Test
    void an_outage_of_a_part_hits_the_numbers_that_are_named_and_no_others() throws Exception {
        Browser zheng = as(all.zheng);
        assertThat(zheng.look("/faults/outages").page()).contains("Only these numbers");
        Browser.Answer done = cut(zheng, "0571-8612 3407\r\n057186995521、0571-8612 3407,\r\n");
        assertThat(done.status()).isEqualTo(303);
        String page = zheng.look(done.next()).page();
        assertThat(page)
                .contains("支缆被盗", "<dt>Lines hit</dt><dd>2</dd>", "057****3407", "057****5521")
                .doesNotContain("8612 3407", "****2911");
        assertThat(zheng.look("/faults/outages").page()).contains("href=\"" + done.next() + "\"");
        Browser lin = as(all.lin);
        assertThat(lin.look("/faults/new?number=3407").page()).contains("The exchange is down");
        assertThat(lin.look("/faults/new?number=2911").page()).doesNotContain("The exchange is down");
        assertThat(lin.look(done.next() + "?lang=zh-CN").page()).contains("成片中断详情", "受影响线路");
        assertThat(lin.look("/faults/outages/" + UUID.randomUUID()).status()).isEqualTo(404);
    }

    @Test
    void numbers_that_are_on_no_line_of_the_exchange_are_refused_at_their_field_and_nothing_is_lost() throws Exception {
        book.enter(
                all.command,
                new NewLine(
                        "0571-86001111", Service.FIXED, "南山路1号", "城南局", Area.URBAN, all.customer, RepairOffice.RENT));
        Browser zheng = as(all.zheng);
        String typed = "0571-8612 3407\n0571-86001111\n0571 9999 0001；990002,990003\n990004\n990005\n<b>6</b>";
        Browser.Answer refused = cut(zheng, typed);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page())
                .contains(
                        "7 numbers are on no line of this exchange: 0571-86001111, 0571 9999 0001, 990002, 990003, 990004",
                        "支缆被盗",
                        "0571-8612 3407\n0571-86001111",
                        "&lt;b&gt;6&lt;/b&gt;",
                        "aria-describedby=\"f-numbers-e\"");
        assertThat(cut(zheng, "0571-86001111").page())
                .contains("A number is on no line of this exchange: 0571-86001111");
        for (String nothing : List.of(",", "、；", "0", "\u0007")) {
            assertThat(cut(zheng, nothing).status()).as(nothing).isEqualTo(422);
        }
        assertThat(cut(as(all.lin), "0571-8612 3407").status()).isEqualTo(403);
        assertThat(rows("fault.outage")).as("a cut of a part is none of all").isZero();
        assertThat(cut(zheng, " \r\n ").status()).as("left empty").isEqualTo(303);
        assertThat(rows("fault.outage_line")).isEqualTo(4);
    }

    @Test
    void the_lines_of_an_outage_are_paged() throws Exception {
        for (int n = 0; n < 50; n++) {
            book.enter(all.command, all.line("0571-8700" + (1000 + n), Service.FIXED, Area.URBAN));
        }
        Browser zheng = as(all.zheng);
        String numbers = "0571-8612 3407 0571-86995521 "
                + java.util.stream.IntStream.range(0, 50)
                        .mapToObj(n -> "0571-8700" + (1000 + n))
                        .collect(java.util.stream.Collectors.joining(" "));
        String path = cut(zheng, numbers.replace("8612 3407", "86123407")).next();
        String first = zheng.look(path).page();
        assertThat(first).contains("<dt>Lines hit</dt><dd>52</dd>");
        assertThat(first.split("/faults/new\\?line=", -1)).hasSize(51);
        String next = first.replaceAll("(?s).*href=\"(" + path + "\\?after=[^\"]+)\".*", "$1");
        String second = zheng.look(next).page();
        assertThat(second.split("/faults/new\\?line=", -1)).hasSize(3);
        assertThat(second).doesNotContain("rel=\"next\"");
    }

    @Test
    void a_repeated_fault_is_marked_on_screen_ticket_and_board() throws Exception {
        Fault first = FaultsIT.opened(faults.report(all.lin, all.wish(all.fixed)));
        faults.accept(all.he, first.id());
        faults.restore(all.he, first.id(), FaultCause.CABLE, "换了接头");
        faults.confirm(all.lin, first.id(), Channel.HOT_LINE, "");
        Browser lin = as(all.lin);
        assertThat(lin.look("/faults/new?number=3407").page())
                .contains("Repeated: repaired within the last 30 days.", "goes up to level 2", "换了接头");
        Fault second = FaultsIT.opened(faults.report(all.lin, all.wish(all.fixed)));
        assertThat(lin.look("/tickets/" + second.ticket().value()).page())
                .contains("Repeated, level 2", "The line was repaired not long before:");
        assertThat(as(all.he).look("/faults").page()).contains("Repeated, level 2");
    }

    @Test
    void the_pages_speak_chinese_too_and_are_linked_from_where_people_work() throws Exception {
        Fault fault = FaultsIT.opened(faults.report(all.lin, all.wish(all.fixed)));
        Browser lin = as(all.lin);
        assertThat(lin.look("/faults/new?number=5521&lang=zh-CN").page()).contains("摘机有没有拨号音？", "受理并派修", "农村");
        assertThat(lin.look("/faults?view=REPORTED&lang=zh-CN").page()).contains("已派修", "派修单", "112故障台");
        assertThat(lin.look("/tickets/" + fault.ticket().value() + "?lang=zh-CN")
                        .page())
                .contains("故障与派修", "改派其他部门");
        for (String page : List.of("/desk", "/contacts", "/contacts/new")) {
            assertThat(lin.look(page).page()).as(page).contains("href=\"/faults/new\"");
        }
    }

    @Test
    void similar_cases_stand_beside_the_words_while_they_are_typed_and_when_the_page_comes_back() throws Exception {
        cases.add(
                all.command,
                List.of("雨天分光箱进水，整个单元断网"),
                new org.redress.improve.insight.CauseId(UUID.randomUUID()),
                "",
                time.instant());
        trial.count(all.command);
        String typing = web.perform(
                        org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post("/faults/new/told")
                                .with(org.springframework.security.test.web.servlet.request
                                        .SecurityMockMvcRequestPostProcessors.csrf())
                                .with(org.springframework.security.test.web.servlet.request
                                        .SecurityMockMvcRequestPostProcessors.user(signIn.loadUserByUsername(
                                        org.redress.support.Offices.signIn(all.lin, all.lin.number()))))
                                .header("HX-Request", "true")
                                .param("words", "下雨以后分光箱进水断网"))
                .andReturn()
                .getResponse()
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(typing).contains("整个单元断网").doesNotContain("<html");
        String[] form = form();
        form[11] = "分光箱进水";
        assertThat(as(all.lin).send("/faults/new/answer", form).page())
                .contains("id=\"told\"", "整个单元断网", "hx-post=\"/faults/new/told\"");
        assertThat(as(all.lin)
                        .look("/faults/new?line=" + all.fixed.id().value())
                        .page())
                .contains("id=\"told\"")
                .doesNotContain("整个单元断网");
    }
}
