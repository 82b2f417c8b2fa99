package org.redress.desk.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.ground.party.CustomerDraft;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Customers;
import org.redress.platform.database.Ids;
import org.redress.support.Browser;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** The front desk finds a customer by the number of a line, which is on no other paper of theirs. */
@RedressIT
@Tag("S5.1")
class CustomersByLineIT {

    private static final Money RENT = Money.of(CurrencyUnit.of("CNY"), new BigDecimal("30.00"));

    @Autowired
    Offices offices;

    @Autowired
    Customers customers;

    @Autowired
    LineBook book;

    @Autowired
    MockMvc web;

    private Actor command;
    private CustomerId zhou;
    private Browser desk;

    @BeforeEach
    void open() throws Exception {
        command = offices.found();
        desk = Browser.of(web, offices.hire(command, Posts.AGENT, "2107"));
        zhou = customer("周丽华", "13812342046");
        line("0571-8612 3407", Service.FIXED, zhou);
        line("KD-0571-77002911", Service.BROADBAND, zhou);
    }

    private CustomerId customer(String name, String phone) {
        return Objects.requireNonNull(customers
                .match(command, List.of(new CustomerDraft("desk", null, name, phone, "+86" + phone, null, "枫林路123号")))
                .getFirst());
    }

    private void line(String number, Service service, CustomerId customer) {
        book.enter(command, new NewLine(number, service, "枫林路7号", "城北局", Area.URBAN, customer, RENT));
    }

    private String found(String typed) throws Exception {
        UUID draft = Ids.next();
        desk.send(
                "/contacts/new/find",
                "draft",
                draft.toString(),
                "page",
                UUID.randomUUID().toString(),
                "seen",
                "0",
                "begun",
                "0",
                "q",
                typed);
        return desk.look("/contacts/new?draft=" + draft).page();
    }

    @Test
    void figures_of_a_line_find_its_customer_and_what_matched_is_shown() throws Exception {
        for (String typed : List.of("86123407", "8612 34", "0571-8612", "3407")) {
            assertThat(found(typed))
                    .as(typed)
                    .contains("周丽华", "value=\"" + zhou.value() + "\"", "Fixed line", "057****3407")
                    .doesNotContain("0571-8612 3407");
        }
        assertThat(found("KD-0571-77002911")).contains("周丽华", "Broadband", "****2911");
        assertThat(found("340")).contains("周丽华");
        assertThat(found("07")).as("too short").contains("Nobody found");
    }

    @Test
    void who_is_found_both_ways_stands_there_once_and_what_is_no_number_finds_no_line() throws Exception {
        line("13812342046", Service.MOBILE, zhou);
        String both = found("2046");
        assertThat(both).contains("Mobile", "138****2046");
        assertThat(both.split("value=\"" + zhou.value() + "\"", -1)).as("once").hasSize(2);
        line("0571-8700 0123", Service.FIXED, customer("王小明", "13900000001"));
        assertThat(found("枫林路123号")).contains("周丽华", "王小明").doesNotContain("Fixed line");
        for (String typed : List.of("周 3407", "zlh 3407")) {
            assertThat(found(typed)).as(typed).contains("Nobody found");
        }
    }

    @Test
    void of_a_customer_with_more_lines_than_are_listed_it_is_said_that_there_are_more() throws Exception {
        for (int n = 0; n < 13; n++) {
            line("0571-9900 10" + (10 + n), Service.FIXED, zhou);
        }
        assertThat(found("990010")).contains("周丽华", "There are more.");
    }
}
