package org.redress.desk.recovery.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.contact.Mood;
import org.redress.desk.recovery.Remedies;
import org.redress.desk.recovery.RemedyKind;
import org.redress.desk.recovery.SomeFailures;
import org.redress.desk.ticket.Attribution;
import org.redress.desk.ticket.Consent;
import org.redress.desk.ticket.FailureKind;
import org.redress.desk.ticket.Step;
import org.redress.desk.ticket.StepResult;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.ground.rulebook.Revision;
import org.redress.ground.rulebook.Rulebook;
import org.redress.support.Browser;
import org.redress.support.Deliveries;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@RedressIT
@Tag("S4.4")
class PlanPagesIT {

    @Autowired
    Plans plans;

    @Autowired
    Remedies remedies;

    @Autowired
    SomeFailures failures;

    @Autowired
    Tickets tickets;

    @Autowired
    Rulebook rulebook;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Clock clock;

    @Autowired
    Offices offices;

    @Autowired
    MockMvc web;

    private Actor command;
    private Actor lin;
    private Browser browser;
    private Ticket ticket;
    private String sheet;
    private String page;

    @BeforeEach
    void fail() throws Exception {
        command = offices.found();
        lin = offices.hire(command, Posts.AGENT, "lin");
        browser = Browser.of(web, lin);
        ticket = failures.classified(lin, Mood.CALM, "no-service", FailureKind.OUTCOME, Attribution.PROVIDER);
        sheet = "/tickets/" + ticket.id().value();
        page = sheet + "/plan";
    }

    @Test
    void the_ticket_shows_what_is_offered_and_it_is_followed_by_one_press() throws Exception {
        assertThat(browser.look(sheet).page()).contains("Offered, in this order", "Follow the offer", page + "#differ");
        assertThat(browser.look(page).page())
                .contains(
                        "No plan yet",
                        "Not asked yet",
                        "the service does not work, so that comes first",
                        "Rent waiver");
        assertThat(browser.look(page + "?lang=zh-CN").page()).contains("建议这样补救", "用不了，先恢复使用");
        browser.look(page + "?lang=en");
        String key = UUID.randomUUID().toString();
        assertThat(browser.sendAgain(key, page + "/follow", "version", "0").next())
                .isEqualTo(page);
        assertThat(browser.sendAgain(key, page + "/follow", "version", "0").next())
                .isEqualTo(page);
        assertThat(plans.of(lin, ticket.id())).hasSize(1);
        assertThat(browser.look(sheet).page()).contains("0 of 4 done.", "As offered.");
        assertThat(browser.look(page).page()).contains("The plan is made as offered");
        browser.send(page + "/follow", "version", "0");
        assertThat(browser.look(page).page()).contains("Somebody has made another plan meanwhile");
    }

    @Test
    void a_deviation_comes_back_without_its_reason_and_is_taken_with_it() throws Exception {
        String[] typed = {
            "version",
            "0",
            "line-apology",
            "on",
            "place-apology",
            "1",
            "speaker-apology",
            "HEAD",
            "line-gift",
            "on",
            "place-gift",
            "2",
            "reason",
            ""
        };
        Browser.Answer back = browser.send(page + "/differ", typed);
        assertThat(back.status()).isEqualTo(422);
        assertThat(back.page())
                .contains("Please say why", "id=\"differ\" open")
                .containsPattern("name=\"line-gift\" checked")
                .doesNotContainPattern("name=\"line-correction\" checked");
        typed[5] = "first";
        typed[13] = "老客户<b>";
        assertThat(browser.send(page + "/differ", typed).page()).contains("A place is a number from 1 to 13");
        typed[5] = "1";
        assertThat(browser.send(page + "/differ", typed).next()).isEqualTo(page);
        RecoveryPlan plan = plans.current(lin, ticket.id()).orElseThrow();
        assertThat(plan.chosen()).extracting(PlanLine::speaker).containsExactly(Speaker.HEAD, Speaker.ANYBODY);
        assertThat(browser.look(page).page())
                .contains("老客户&lt;b&gt;", "A head or somebody above has to give it", "Left out:");
        assertThat(browser.look("/recovery-plans").page())
                .contains("Too few to compare", "老客户&lt;b&gt;", "Added: Gift", "Not known yet");
        assertThat(browser.look("/recovery-plans?lang=zh-CN").page()).contains("件数还不够", "加上赠礼");
        assertThat(browser.send(page + "/differ", "version", "1", "reason", "x").next())
                .isEqualTo(page);
        assertThat(browser.look(page + "?lang=en").page()).contains("There is nothing in this plan");
    }

    @Test
    void what_became_of_a_deviation_stands_beside_its_reason_and_the_two_ways_are_compared() throws Exception {
        rulebook.revise(command, new Revision(PlanEffects.MINIMUM, "house", BigDecimal.ONE, today(), "试点"));
        content(ticket);
        reopened("老客户，先送话费卡");
        deliveries.await(command);

        String page = browser.look("/recovery-plans").page();
        assertThat(row(page, "老客户，先送话费卡"))
                .contains("Added: Gift", "Opened again")
                .doesNotContain("Not known yet");
        assertThat(row(page, "Followed")).contains("0.0% (0.0% to 79.3%)");
        assertThat(row(page, "Differed")).contains("100.0% (20.7% to 100.0%)");
        assertThat(page)
                .contains("No difference can be told; the shares that failed differ by +100.0 (−12.2 to +100.0)")
                .doesNotContain("Too few to compare");

        content(failures.classified(lin, Mood.CALM, "no-service", FailureKind.OUTCOME, Attribution.PROVIDER));
        reopened("客户要得急");
        deliveries.await(command);
        assertThat(browser.look("/recovery-plans").page())
                .contains("Those that differed did worse; the shares that failed differ by +100.0 (+7.0 to +100.0)");
        String chinese = browser.look("/recovery-plans?lang=zh-CN").page();
        assertThat(row(chinese, "客户要得急")).contains("重开过");
        assertThat(chinese).contains("改方案的效果更差，未办妥占比相差+100.0（+7.0～+100.0）个百分点。");
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), command.zone());
    }

    /** Followed as offered, and the customer is content. */
    private void content(Ticket with) {
        assertThat(plans.follow(lin, with.id(), 0)).isInstanceOf(PlanResult.Done.class);
        failures.resolve(lin, with.id(), Consent.CONTENT);
    }

    /** Differed from, for a reason, and opened again after it was resolved. */
    private void reopened(String reason) {
        Ticket one = failures.classified(lin, Mood.CALM, "no-service", FailureKind.OUTCOME, Attribution.PROVIDER);
        assertThat(plans.make(lin, one.id(), 0, List.of(new Chosen(RemedyKind.GIFT, Speaker.ANYBODY)), reason))
                .isInstanceOf(PlanResult.Done.class);
        failures.resolve(lin, one.id(), Consent.CONTENT);
        int version = tickets.get(lin, one.id()).version();
        assertThat(tickets.step(lin, one.id(), version, Step.REOPEN, "又断了")).isInstanceOf(StepResult.Done.class);
    }

    /** The first row of a table with these words. */
    private static String row(String page, String words) {
        return Stream.of(page.split("<tr>"))
                .skip(1)
                .filter(row -> row.contains(words))
                .findFirst()
                .map(row -> row.substring(0, row.indexOf("</tr>")))
                .orElseThrow();
    }

    @Test
    void lines_are_ticked_off_with_their_sums_once() throws Exception {
        plans.follow(lin, ticket.id(), 0);
        String plan =
                page + "/" + plans.current(lin, ticket.id()).orElseThrow().id().value();
        Browser.Answer wrong = browser.send(plan + "/tick/rent-waiver", "sum", "a lot", "note", "三天");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.page()).contains("value=\"a lot\"", "value=\"三天\"", "is no sum");
        assertThat(browser.send(plan + "/tick/rent-waiver", "sum", "8.90", "note", "三天")
                        .next())
                .isEqualTo(page);
        assertThat(remedies.of(lin, List.of(ticket.id())).get(ticket.id())).hasSize(1);
        assertThat(browser.look(page).page()).contains("¥8.90", "Done: Rent waiver");
        browser.send(plan + "/tick/rent-waiver", "sum", "8.90");
        assertThat(browser.look(page).page()).contains("This has been given already");
        assertThat(browser.send(plan + "/tick/gift").status()).isEqualTo(404);
        assertThat(browser.send(plan + "/tick/nothing").status()).isEqualTo(404);
        assertThat(browser.send(page + "/" + UUID.randomUUID() + "/tick/apology")
                        .status())
                .isEqualTo(404);
        assertThat(browser.look(sheet).page()).contains("1 of 4 done.");
    }

    @Test
    void who_may_only_read_sees_no_form_and_an_enquiry_has_no_plan() throws Exception {
        Browser other = Browser.of(web, offices.hireElsewhere(command, Posts.AGENT, "ye"));
        assertThat(other.look(page).page()).contains("What is offered").doesNotContain("/plan/follow", "/plan/differ");
        assertThat(other.send(page + "/follow", "version", "0").status()).isEqualTo(403);
        Ticket enquiry = ticketOf(TicketKind.ENQUIRY);
        assertThat(browser.look("/tickets/" + enquiry.id().value()).page()).doesNotContain("id=\"plan\"");
        assertThat(Browser.of(web, offices.hire(command, Posts.QUALITY, "shen"))
                        .look("/recovery-plans")
                        .page())
                .contains("Every plan is what was offered");
    }

    private Ticket ticketOf(TicketKind kind) {
        return tickets.get(lin, SomeFailures.about(failures.contact(lin, kind, Mood.CALM, "问一下资费")));
    }
}
