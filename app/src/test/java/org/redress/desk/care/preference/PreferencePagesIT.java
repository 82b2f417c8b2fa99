package org.redress.desk.care.preference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.NewTicket;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.ground.party.CustomerDraft;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Customers;
import org.redress.platform.database.Ids;
import org.redress.support.Browser;
import org.redress.support.Deliveries;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@RedressIT
@Tag("S3.2")
class PreferencePagesIT {

    @Autowired
    MockMvc web;

    @Autowired
    Offices offices;

    @Autowired
    Customers customers;

    @Autowired
    Preferences preferences;

    @Autowired
    Tickets tickets;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Clock clock;

    private Actor agent;
    private Browser browser;
    private CustomerId zhou;
    private UUID draft;

    @BeforeEach
    void hire() throws Exception {
        agent = offices.hire(offices.found(), Posts.AGENT, "2107");
        browser = Browser.of(web, agent);
        zhou = Objects.requireNonNull(customers
                .match(
                        agent,
                        List.of(new CustomerDraft("desk", null, "周丽华", "13812342046", "+8613812342046", null, null)))
                .getFirst());
        draft = Ids.next();
    }

    private String[] form(int seen, String... more) {
        return Stream.concat(
                        Stream.of(
                                "draft",
                                draft.toString(),
                                "page",
                                Ids.next().toString(),
                                "seen",
                                Integer.toString(seen),
                                "begun",
                                Long.toString(clock.instant().toEpochMilli() - 8000),
                                "customer",
                                zhou.value().toString(),
                                "prefKind",
                                "LANGUAGE",
                                "prefOrigin",
                                "SEEN"),
                        Arrays.stream(more))
                .toArray(String[]::new);
    }

    private Preference noted(PreferenceKind kind, String words) {
        return ((PreferenceResult.Done)
                        preferences.note(agent, zhou, new NewPreference(kind, words, Origin.SAID), Occasion.NONE))
                .preference();
    }

    private String path() {
        return "/customers/" + zhou.value() + "/preferences";
    }

    @Test
    void while_a_contact_is_taken_they_stand_before_anything_else_and_one_press_confirms_and_loses_nothing()
            throws Exception {
        Preference one = noted(PreferenceKind.CALL_TIME, "<b>晚上</b>六点以后打");
        noted(PreferenceKind.PACE, "说慢一点");
        String page = browser.look("/contacts/new?customer=" + zhou.value()).page();
        assertThat(page)
                .contains("This customer wants us to mind", "&lt;b&gt;晚上&lt;/b&gt;六点以后打", "说慢一点")
                .contains("value=\"preference.confirm." + one.id().value() + "\"", "accesskey=\"9\"")
                .contains("Nothing about health, religion");
        assertThat(page.indexOf("wants us to mind")).isLessThan(page.indexOf("id=\"rm\""));
        assertThat(page.indexOf("wants us to mind")).isLessThan(page.indexOf("Has and owes"));

        String next = browser.send(
                        "/contacts/new/press",
                        form(
                                0,
                                "words",
                                "打了三次才接通",
                                "press",
                                "preference.confirm." + one.id().value()))
                .next();
        assertThat(next).isEqualTo("/contacts/new?draft=" + draft);
        assertThat(browser.look(next).page()).contains(">打了三次才接通</textarea>", "Confirmed");
        assertThat(preferences.steps(agent, zhou).getFirst()).satisfies(step -> {
            assertThat(step.what()).isEqualTo(PreferenceStep.What.CONFIRMED);
            assertThat(Objects.requireNonNull(step.occasion().contact()).value())
                    .isEqualTo(draft);
        });
        browser.send("/contacts/new/press", form(1, "press", "preference.confirm."));
        assertThat(preferences.steps(agent, zhou)).hasSize(5);
        browser.send(
                "/contacts/new/press",
                form(2, "press", "preference.withdraw." + one.id().value()));
        assertThat(browser.look(next).page()).doesNotContain("六点以后打");
        assertThat(browser.send("/contacts/new/press", form(3, "press", "preference.confirm.no-id"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_need_is_noted_in_one_line_while_the_contact_is_taken_and_is_used_at_it() throws Exception {
        noted(PreferenceKind.CALL_TIME, "晚上六点以后打");
        String key = UUID.randomUUID().toString();
        String[] pressed = form(0, "words", "问话费", "press", "preference.note", "prefWords", "讲本地话更自在");
        assertThat(browser.sendAgain(key, "/contacts/new/press", pressed).next())
                .isEqualTo("/contacts/new?draft=" + draft);
        browser.sendAgain(key, "/contacts/new/press", form(1, "prefWords", "讲本地话更自在"));
        assertThat(preferences.steps(agent, zhou)).hasSize(2);
        // What was typed and not pressed is noted with the contact itself.
        browser.send(
                "/contacts/new",
                form(
                        2,
                        "channel",
                        "HOT_LINE",
                        "mood",
                        "CALM",
                        "words",
                        "问话费",
                        "answer",
                        "已告知",
                        "wish",
                        "ANSWERED",
                        "prefWords",
                        "别推荐套餐"));
        assertThat(preferences.standing(agent, zhou))
                .extracting(Preference::words)
                .contains("讲本地话更自在", "别推荐套餐");
        deliveries.await(agent);
        assertThat(browser.look("/care").page()).contains("1 of 1 contact", "100.0%");
        assertThat(browser.look("/care?lang=zh-CN").page()).contains("偏好使用率", "1次来话中1次");
    }

    @Test
    void what_cannot_be_noted_while_a_contact_is_taken_is_said_and_the_contact_stays() throws Exception {
        String next = browser.send(
                        "/contacts/new/press",
                        form(0, "words", "问话费", "press", "preference.note", "prefWords", "长".repeat(301)))
                .next();
        assertThat(browser.look(next).page()).contains("At most 300 characters", ">问话费</textarea>");
        Browser.Answer refused = browser.send(
                "/contacts/new",
                form(1, "mood", "CALM", "words", "问话费", "wish", "FAULT", "prefWords", "长".repeat(301)));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page()).contains("At most 300 characters", ">问话费</textarea>");
        assertThat(preferences.standing(agent, zhou)).isEmpty();
    }

    @Test
    void on_the_customer_s_page_and_the_ticket_they_stand_first_and_one_comes_back_to_where_one_was() throws Exception {
        Preference one = noted(PreferenceKind.PERSON, "只找小林");
        String ticket = tickets.openFor(
                        agent,
                        new NewTicket(TicketKind.COMPLAINT, Channel.HOT_LINE, "多收费", "多收费了", null, null, null, null),
                        zhou)
                .id()
                .value()
                .toString();
        String file = browser.look("/customers/" + zhou.value()).page();
        assertThat(file).contains("只找小林", path() + "/" + one.id().value() + "/confirm");
        assertThat(file.indexOf("只找小林")).isLessThan(file.indexOf("138****2046"));
        assertThat(browser.look("/tickets/" + ticket).page()).contains("只找小林", "name=\"ticket\" value=\"" + ticket);

        String confirm = path() + "/" + one.id().value() + "/confirm";
        assertThat(browser.send(confirm, "ticket", ticket, "back", "/desk/tickets/" + ticket + "?view=MINE")
                        .next())
                .isEqualTo("/desk/tickets/" + ticket + "?view=MINE");
        assertThat(browser.send(confirm, "back", "//elsewhere.example/x").next())
                .isEqualTo("/customers/" + zhou.value());
        assertThat(browser.send(confirm, "back", "/customers/" + zhou.value() + "/reveal")
                        .next())
                .isEqualTo("/customers/" + zhou.value());
        assertThat(browser.send(path() + "/" + one.id().value() + "/withdraw", "ticket", ticket)
                        .next())
                .isEqualTo("/tickets/" + ticket);
        assertThat(browser.look("/tickets/" + ticket).page()).contains("It holds no longer");
        browser.send(confirm, "ticket", ticket);
        assertThat(browser.look("/tickets/" + ticket).page())
                .contains("A colleague has withdrawn this meanwhile", "Nothing has been noted about this customer yet");
        assertThat(browser.look(path()).page()).contains("The customer says so", "Withdrawn", "只找小林");
    }

    @Test
    void what_was_typed_comes_back_with_its_error_and_a_second_click_notes_once() throws Exception {
        Browser.Answer back =
                browser.send(path(), "prefKind", "WORRY", "prefOrigin", "SEEN", "prefWords", "长".repeat(301));
        assertThat(back.status()).isEqualTo(422);
        assertThat(back.page()).contains("At most 300 characters", "长".repeat(301), "value=\"WORRY\" selected");
        String key = UUID.randomUUID().toString();
        String[] form = {"prefKind", "WORRY", "prefOrigin", "SEEN", "prefWords", "怕停机", "back", path()};
        assertThat(browser.sendAgain(key, path(), form).next()).isEqualTo(path());
        browser.sendAgain(key, path(), form);
        assertThat(preferences.steps(agent, zhou)).hasSize(1);
        assertThat(browser.look(path() + "?lang=zh-CN").page()).contains("最担心的事", "员工看出来的", "怕停机", "健康、宗教");
    }

    @Test
    void another_bureau_finds_nobody() throws Exception {
        Preference one = noted(PreferenceKind.PERSON, "只找小林");
        Browser stranger = Browser.of(web, offices.hire(offices.found(), Posts.HEAD, "1"));
        assertThat(stranger.look(path()).status()).isEqualTo(404);
        assertThat(stranger.send(path() + "/" + one.id().value() + "/withdraw").status())
                .isEqualTo(404);
        assertThat(preferences.standing(agent, zhou)).hasSize(1);
    }
}
