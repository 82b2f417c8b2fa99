package org.redress.desk.outlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.NewTicket;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.support.Browser;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

@RedressIT
@Tag("S2.2")
class PromisePagesIT {

    @Autowired
    Promises promises;

    @Autowired
    SomePromises some;

    @Autowired
    Tickets tickets;

    @Autowired
    Offices offices;

    @Autowired
    MockMvc web;

    private Actor command;
    private Actor keeper;
    private Browser shen;
    private Browser lin;
    private YearMonth month;

    @BeforeEach
    void open() throws Exception {
        command = offices.found();
        keeper = offices.hire(command, Posts.QUALITY, "shen");
        shen = Browser.of(web, keeper);
        lin = Browser.of(web, offices.hire(command, Posts.AGENT, "lin"));
        month = some.month(keeper);
    }

    private MockHttpServletResponse anybody(String path, String language) throws Exception {
        return web.perform(get(path).header("Accept", "text/html").header("Accept-Language", language))
                .andReturn()
                .getResponse();
    }

    private String page(String language) throws Exception {
        return anybody("/promises?bureau=" + command.bureau().value(), language)
                .getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void empty_pages_say_so_in_both_languages() throws Exception {
        assertThat(shen.look("/commitments").page()).contains("Nothing is promised yet", "/commitments/new");
        assertThat(lin.look("/commitments?lang=zh-CN").page())
                .contains("还没有承诺")
                .doesNotContain("/commitments/new", "/commitments.csv");
        assertThat(shen.look("/commitments?view=withdrawn&lang=zh-CN").page()).contains("没有撤回过承诺");
        assertThat(shen.look("/commitments/new").page())
                .contains("Nothing can be promised before the first time limit runs");
        assertThat(page("zh-CN")).contains("还没有公示的服务承诺");
    }

    @Test
    void a_promise_is_drafted_published_and_read_by_everybody() throws Exception {
        some.measured(command, month.minusMonths(1), 19, 1);
        String form = shen.look("/commitments/new").page();
        assertThat(form).contains("ticket/complaint.reply/fault.reply");
        String[] typed = {
            "code",
            "FAULT-72",
            "measure",
            "ticket/complaint.reply/fault.reply",
            "titleZh",
            "故障<b>限时</b>答复",
            "titleEn",
            "Faults answered in time",
            "wordsZh",
            "报修后七十二小时内给您答复。",
            "wordsEn",
            "We answer within 72 hours.",
            "target",
            "95"
        };
        String key = "0190f0b2-0000-7000-8000-000000000011";
        String made = shen.sendAgain(key, "/commitments", typed).next();
        assertThat(shen.sendAgain(key, "/commitments", typed).next())
                .as("a second click")
                .isEqualTo(made);
        assertThat(shen.look(made).page()).contains("Draft", "Publish", "72 h", "Policy of the house", "95%");
        assertThat(lin.look(made).status()).isEqualTo(404);
        assertThat(page("en")).doesNotContain("Faults answered in time");
        assertThat(shen.send(
                                made + "/publish",
                                "version",
                                "1",
                                "from",
                                month.minusMonths(2).atDay(1).toString())
                        .next())
                .isEqualTo(made);
        assertThat(page("en"))
                .contains("Faults answered in time", "72 h", "95%", "19 of 20 in time", "Met", "role=\"img\"")
                .doesNotContain("/tickets/", "/commitments", "/rules", "_csrf", "员工");
        assertThat(page("zh-CN,zh;q=0.9")).contains("故障&lt;b&gt;限时&lt;/b&gt;答复", "按时19件，共20件", "达标", "lang=\"zh-CN\"");
        assertThat(lin.look("/commitments").page())
                .contains("Faults answered in time", made + "/" + month.minusMonths(1), "19 of 20 in time", "1 late")
                .doesNotContain("/commitments/new");
        assertThat(shen.send(made + "/withdraw", "version", "2", "why", "改为四十八小时")
                        .next())
                .isEqualTo(made);
        assertThat(page("en")).doesNotContain("Faults answered in time");
        assertThat(shen.look(made).page()).contains("改为四十八小时", "Withdrawn").doesNotContain("/withdraw\"");
    }

    @Test
    void the_public_page_needs_no_signing_in_keeps_nobody_and_may_be_kept() throws Exception {
        MockHttpServletResponse response =
                anybody("/promises?bureau=" + command.bureau().value(), "en");
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getHeader("Cache-Control")).contains("public", "max-age=300");
        assertThat(response.getHeaders("Vary")).anyMatch(vary -> vary.contains("Accept-Language"));
        assertThat(response.getHeader("Set-Cookie")).isNull();
        assertThat(response.getHeader("Content-Security-Policy")).contains("default-src 'self'");
        assertThat(anybody("/promises", "en").getContentAsString(StandardCharsets.UTF_8))
                .as("several bureaus: the reader chooses")
                .contains(
                        "Which branch?", "/promises?bureau=" + command.bureau().value());
        assertThat(anybody("/promises?bureau=0", "en").getStatus()).isEqualTo(404);
        assertThat(anybody("/promises?bureau=x", "en").getStatus()).isEqualTo(404);
        for (String closed : new String[] {"/promises/x", "/promises.csv", "/commitments", "/commitments.csv"}) {
            assertThat(anybody(closed, "en").getStatus()).as(closed).isEqualTo(302);
        }
    }

    @Test
    void figures_lead_to_their_tickets_and_too_few_are_said() throws Exception {
        Ticket late = tickets.open(
                command,
                new NewTicket(
                        TicketKind.FAULT,
                        Channel.HOT_LINE,
                        "宽带<b>断了</b>",
                        "三天没有网。",
                        null,
                        null,
                        null,
                        month.minusMonths(1)
                                .atDay(9)
                                .atStartOfDay(command.zone())
                                .toInstant()));
        PromiseId id = some.published(keeper, "FAULT-72", "95", 3);
        String path = "/commitments/" + id.value();
        assertThat(lin.look(path).page()).contains("Too few", "0 of 1 in time");
        assertThat(lin.look(path + "/" + month.minusMonths(1)).page()).contains("Nothing was in time");
        assertThat(lin.look(path + "/" + month.minusMonths(1) + "?late=true").page())
                .contains("/tickets/" + late.id().value(), "宽带&lt;b&gt;断了&lt;/b&gt;", "Still open");
        assertThat(lin.look(path + "/" + month.minusMonths(12)).status()).isEqualTo(404);
        assertThat(page("zh-CN")).contains("件数太少").doesNotContain("宽带");
    }

    @Test
    void long_lists_behind_a_figure_are_paged() throws Exception {
        some.measured(command, month.minusMonths(1), 60, 0);
        PromiseId id = some.published(keeper, "FAULT-72", "95", 3);
        String first = lin.look("/commitments/" + id.value() + "/" + month.minusMonths(1))
                .page();
        assertThat(first).contains("rel=\"next\"");
        int at = first.indexOf("?late=false&amp;at=");
        String next = first.substring(at, first.indexOf('"', at)).replace("&amp;", "&");
        assertThat(lin.look("/commitments/" + id.value() + "/" + month.minusMonths(1) + next)
                        .page())
                .doesNotContain("rel=\"next\"")
                .contains("No longer there");
    }

    @Test
    void what_was_typed_comes_back_with_its_error_and_only_keepers_may() throws Exception {
        some.measured(command, month.minusMonths(1), 19, 1);
        PromiseId id = some.published(keeper, "FAULT-72", "95", 3);
        String path = "/commitments/" + id.value();
        String[] change = {
            "version",
            "2",
            "titleZh",
            "新题",
            "titleEn",
            "New title",
            "wordsZh",
            "新",
            "wordsEn",
            "New",
            "target",
            "101",
            "month",
            month.plusMonths(1).toString()
        };
        Browser.Answer back = shen.send(path + "/change", change);
        assertThat(back.status()).isEqualTo(422);
        assertThat(back.page()).contains("at most 100 percent", "New title", "value=\"101\"");
        assertThat(lin.send(path + "/change", change).status()).isEqualTo(403);
        assertThat(lin.send(path + "/withdraw", "version", "2", "why", "x").status())
                .isEqualTo(403);
        assertThat(lin.look("/commitments/new").status()).isEqualTo(403);
        assertThat(lin.look("/commitments.csv").status()).isEqualTo(403);
        change[11] = "97.5";
        assertThat(shen.send(path + "/change", change).next()).isEqualTo(path);
        assertThat(shen.send(path + "/change", change).next())
                .as("seen before it was changed")
                .isEqualTo(path);
        assertThat(promises.get(keeper, id).wordings()).hasSize(3);
        assertThat(promises.get(keeper, id).last().target()).isEqualByComparingTo(new BigDecimal("97.5"));
    }

    @Test
    void the_board_goes_out_as_a_file_with_a_row_for_each_month() throws Exception {
        some.measured(command, month.minusMonths(1), 19, 1);
        some.published(keeper, "FAULT-72", "95", 3);
        String file = new String(shen.bytes("/commitments.csv?lang=zh-CN"), StandardCharsets.UTF_8);
        assertThat(file.lines()).hasSize(13);
        assertThat(file).contains("FAULT-72", month.minusMonths(1) + ",20,19,1,95.0%,95%,达标");
    }

    @Test
    void a_measure_that_is_made_up_is_refused() throws Exception {
        some.measured(command, month.minusMonths(1), 1, 0);
        Browser.Answer back = shen.send(
                "/commitments",
                "code",
                "X",
                "measure",
                "ticket/made/up",
                "titleZh",
                "题",
                "titleEn",
                "T",
                "wordsZh",
                "文",
                "wordsEn",
                "W",
                "target",
                "95");
        assertThat(back.status()).isEqualTo(422);
        assertThat(back.page()).contains("Choose what shall be measured.");
    }
}
