package org.redress.desk.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Objects;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.care.preference.NewPreference;
import org.redress.desk.care.preference.Occasion;
import org.redress.desk.care.preference.Origin;
import org.redress.desk.care.preference.PreferenceKind;
import org.redress.desk.care.preference.Preferences;
import org.redress.desk.recovery.severity.Addend;
import org.redress.desk.recovery.severity.Severities;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.NewTicket;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.ground.party.CustomerDraft;
import org.redress.ground.party.CustomerId;
import org.redress.platform.text.Words;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.MockMvc;

@RedressIT
@Tag("S4.4")
class RemedyPanelIT {

    @Autowired
    private Offices offices;

    @Autowired
    private Tickets tickets;

    @Autowired
    private Remedies remedies;

    @Autowired
    private Severities severities;

    @Autowired
    private Preferences preferences;

    @Autowired
    private UserDetailsService signIn;

    @Autowired
    private MockMvc pages;

    private String name;
    private Actor actor;

    @BeforeEach
    void found() {
        Actor command = offices.found();
        actor = offices.hire(command, Posts.AGENT, "2109");
        name = Offices.signIn(command, "2109");
    }

    @Test
    void an_untouched_ticket_says_that_nothing_was_given_and_offers_the_form() throws Exception {
        TicketId ticket = ticket("发票没有开");

        assertThat(shown(ticket, Words.ENGLISH))
                .contains("Nothing given yet", "name=\"formKey\"", "value=\"bill-credit\"", "At once, tangible")
                .doesNotContain("<dd class=\"tot\">");
        assertThat(shown(ticket, Words.CHINESE)).contains("还没有给过补救", "即时·有形");
    }

    @Test
    void what_was_given_stands_there_with_its_total_and_what_was_taken_back_does_not_count() throws Exception {
        TicketId ticket = ticket("断网，上不了网");
        remedies.give(actor, ticket, RemedyKind.APOLOGY, null, "<b>电话</b>");
        remedies.give(actor, ticket, RemedyKind.BILL_CREDIT, yuan("80.00"), "");
        RemedyId wrong = remedies.give(actor, ticket, RemedyKind.REFUND, yuan("8.90"), "", "账单又错了一笔");
        remedies.takeBack(actor, wrong);

        assertThat(shown(ticket, Words.ENGLISH))
                .contains("Take back “Apology”", "&lt;b&gt;电话&lt;/b&gt;", "¥8.90", "Taken back by")
                .contains("<dd class=\"tot\">¥80.00</dd>")
                .doesNotContain("/remedies/" + wrong.value());
    }

    @Test
    void the_second_failure_stands_first_with_what_was_done_then() throws Exception {
        TicketId first = ticket("断网，上不了网");
        remedies.give(actor, first, RemedyKind.APOLOGY, null, "");
        remedies.give(actor, first, RemedyKind.BILL_CREDIT, yuan("30.00"), "");
        TicketId second = ticket("断网，家里没网");

        String pane = shown(second, Words.CHINESE);

        assertThat(pane)
                .contains("30天内第二次同类失误", "致歉、话费补偿 ¥30.00", "/tickets/" + first.value())
                .containsSubsequence("30天内第二次同类失误", "id=\"remedies\"", "还没有给过补救");
    }

    @Test
    void another_kind_of_failure_is_told_in_a_milder_sentence_and_makes_it_no_graver() throws Exception {
        TicketId broken = ticket("断网，上不了网");
        TicketId bill = ticket("发票没有开");
        String number = tickets.get(actor, broken).number().toString();

        assertThat(shown(bill, Words.ENGLISH))
                .contains("Something else failed this customer within 30 days:", number)
                .doesNotContain("Second failure of the same kind");
        assertThat(shown(bill, Words.CHINESE))
                .contains("30天内这位客户还遇到过别的问题：", number)
                .doesNotContain("第二次同类失误");
        assertThat(severities.of(actor, bill).addends())
                .filteredOn(one -> one.what() == Addend.What.REPEAT)
                .allMatch(one -> one.points() == 0);
        assertThat(shown(broken, Words.ENGLISH)).doesNotContain("Something else failed");

        assertThat(shown(ticket("断网，家里没网"), Words.CHINESE)).containsSubsequence("第二次同类失误", "还遇到过别的问题");
    }

    @Test
    @Tag("S4.5")
    void a_repeated_failure_stands_before_everything_else_on_the_ticket_and_on_the_customers_page() throws Exception {
        TicketId first = ticket("断网，上不了网");
        TicketId second = ticket("断网，家里没网");
        CustomerId customer = Objects.requireNonNull(tickets.get(actor, second).customer());
        preferences.note(
                actor, customer, new NewPreference(PreferenceKind.OTHER, "只在晚上打电话", Origin.SAID), Occasion.NONE);

        assertThat(shown(second, Words.CHINESE)).containsSubsequence("30天内第二次同类失误", "只在晚上打电话");
        String file = pages.perform(get("/customers/" + customer.value()).with(user(signIn.loadUserByUsername(name))))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(file).containsSubsequence("data-s=\"late\"", first.value().toString(), "只在晚上打电话");
    }

    private String shown(TicketId ticket, Locale language) throws Exception {
        return pages.perform(get("/tickets/{id}?lang={lang}", ticket.value(), language.toLanguageTag())
                        .with(user(signIn.loadUserByUsername(name))))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
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
