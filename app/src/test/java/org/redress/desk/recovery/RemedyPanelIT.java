package org.redress.desk.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.NewTicket;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.TicketPanel;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureau;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.party.CustomerDraft;
import org.redress.platform.text.Words;
import org.redress.platform.web.Shell;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;

@RedressIT
@Tag("S4.4")
class RemedyPanelIT {

    @Autowired
    private Bureaus bureaus;

    @Autowired
    private Tickets tickets;

    @Autowired
    private Remedies remedies;

    @Autowired
    private RemedyPanel panel;

    @Autowired
    private TemplateEngine templates;

    private Actor actor;

    @BeforeEach
    void found() {
        Bureau bureau = bureaus.found("甲", "A", ZoneId.of("Asia/Shanghai"), "CN", "CN", "CNY", false);
        actor = bureaus.command(bureau);
    }

    @Test
    void an_untouched_ticket_says_that_nothing_was_given_and_offers_the_form() {
        TicketId ticket = ticket("发票没有开");

        assertThat(shown(ticket, Words.ENGLISH))
                .contains("Nothing given yet", "name=\"formKey\"", "value=\"bill-credit\"", "At once, tangible")
                .doesNotContain("r-alert", "Total");
        assertThat(shown(ticket, Words.CHINESE)).contains("还没有给过补救", "即时·有形");
    }

    @Test
    void what_was_given_stands_there_with_its_total_and_what_was_taken_back_does_not_count() {
        TicketId ticket = ticket("断网，上不了网");
        remedies.give(actor, ticket, RemedyKind.APOLOGY, null, "<b>电话</b>");
        remedies.give(actor, ticket, RemedyKind.BILL_CREDIT, yuan("1250.00"), "");
        RemedyId wrong = remedies.give(actor, ticket, RemedyKind.REFUND, yuan("8.90"), "");
        remedies.takeBack(actor, wrong);

        assertThat(shown(ticket, Words.ENGLISH))
                .contains("Take back Apology", "&lt;b&gt;电话&lt;/b&gt;", "¥8.90", "taken back by")
                .contains("<dd class=\"tot\">¥1,250.00</dd>")
                .doesNotContain("/remedies/" + wrong.value() + "/take-back");
    }

    @Test
    void the_second_failure_stands_first_with_what_was_done_then() {
        TicketId first = ticket("断网，上不了网");
        remedies.give(actor, first, RemedyKind.APOLOGY, null, "");
        remedies.give(actor, first, RemedyKind.BILL_CREDIT, yuan("30.00"), "");
        TicketId second = ticket("断网，家里没网");

        String pane = shown(second, Words.CHINESE);

        assertThat(pane)
                .contains("30天内第二次同类失误", "致歉、话费补偿 ¥30.00", "/tickets/" + first.value())
                .containsSubsequence("r-alert", "还没有给过补救");
    }

    private String shown(TicketId ticket, Locale language) {
        TicketPanel.View view = panel.show(actor, ticket).orElseThrow();
        Map<String, Object> parameters = new HashMap<>(view.model());
        parameters.put("shell", new Shell(Words.of(language), null, List.of(), "/assets", "light", "/", "token", null));
        StringOutput page = new StringOutput();
        templates.render(view.template(), parameters, page);
        return page.toString();
    }

    private TicketId ticket(String text) {
        CustomerDraft customer = new CustomerDraft("desk", null, "周女士", "13812342046", "+8613812342046", null, null);
        return tickets.open(
                        actor, new NewTicket(TicketKind.FAULT, Channel.HOT_LINE, "", text, customer, null, null, null))
                .id();
    }

    private static Money yuan(String amount) {
        return Money.of(CurrencyUnit.of("CNY"), new BigDecimal(amount));
    }
}
