package org.redress.ground.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.Posts;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffMember;
import org.redress.ground.identity.UnitId;
import org.redress.ground.rulebook.Limit;
import org.redress.platform.web.Problem;
import org.redress.support.Browser;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.util.HtmlUtils;

@RedressIT
@Tag("S5.3")
class CalendarPagesIT {

    @Autowired
    Offices offices;

    @Autowired
    Calendars calendars;

    @Autowired
    UnitCalendars units;

    @Autowired
    StaffCalendars people;

    @Autowired
    Bureaus bureaus;

    @Autowired
    Staff staff;

    @Autowired
    Clock clock;

    @Autowired
    MockMvc web;

    private Actor command;
    private Browser desk;

    @BeforeEach
    void open() throws Exception {
        command = offices.found();
        desk = Browser.of(web, offices.hire(command, Posts.QUALITY, "9"));
    }

    private String[] week(String hours) {
        return new String[] {"MONDAY", hours, "SATURDAY", "10:00-12:00", "SUNDAY", ""};
    }

    private String tomorrow() {
        return LocalDate.ofInstant(clock.instant(), command.zone()).plusDays(1).toString();
    }

    @Test
    void a_calendar_is_made_given_its_week_and_a_unit() throws Exception {
        assertThat(desk.send("/calendars", "code", "shop", "nameZh", "营业厅", "nameEn", "Shop <1>", "base", "working")
                        .next())
                .isEqualTo("/calendars/shop");
        assertThat(desk.send("/calendars/shop/week", week("09:00-20:00")).next())
                .isEqualTo("/calendars/shop");
        assertThat(desk.look("/calendars/shop").page()).contains("09:00-20:00", "10:00-12:00", "Shop &lt;1&gt;");
        assertThat(calendars.get(command, "shop").week()).satisfies(days -> {
            assertThat(days.get(0).hours()).isEqualTo("09:00-20:00");
            assertThat(days.get(1).hours()).isEmpty();
        });

        UnitId unit = bureaus.units(command.bureau()).getFirst().id();
        UnitId below =
                bureaus.addUnit(command.bureau(), "below", "班组", "Team", unit).id();
        assertThat(units.of(command.bureau(), below, Limit.workingHours(4))).isEqualTo(Calendars.WORKING);
        desk.send("/calendars/units", "unit", unit.value().toString(), "calendar", "shop");
        assertThat(units.of(command.bureau(), below, Limit.workingHours(4))).isEqualTo("shop");
        assertThat(units.of(command.bureau(), below, Limit.elapsedHours(4))).isEqualTo(Calendars.ALWAYS);
        desk.send("/calendars/units", "unit", unit.value().toString(), "calendar", "");
        assertThat(units.of(command.bureau(), below, Limit.workingHours(4))).isEqualTo(Calendars.WORKING);

        assertThat(desk.send("/calendars/shop/week", "base", "true").next()).isEqualTo("/calendars/shop");
        assertThat(calendars.get(command, "shop").ownWeek()).isFalse();
    }

    @Test
    void somebody_has_hours_of_their_own_until_they_are_taken_back() throws Exception {
        Actor lin = offices.hire(command, Posts.AGENT, "2107");
        calendars.add(command, "half", "半日班", "Half days", Calendars.WORKING, Map.of());
        String person = lin.staff().value().toString();
        assertThat(desk.look("/calendars").page()).contains("Give them their own", person);

        assertThat(desk.send("/calendars/staff", "person", person, "calendar", "half")
                        .next())
                .isEqualTo("/calendars");
        assertThat(people.of(command.bureau(), lin.unit(), lin.staff(), Limit.workingHours(4)))
                .isEqualTo("half");
        assertThat(people.of(command.bureau(), lin.unit(), lin.staff(), Limit.elapsedHours(4)))
                .isEqualTo(Calendars.ALWAYS);
        assertThat(people.of(command.bureau(), lin.unit(), null, Limit.workingHours(4)))
                .isEqualTo(Calendars.WORKING);
        assertThat(Browser.of(web, lin).look("/calendars").page())
                .contains("员工2107", "Half days")
                .doesNotContain("Give them their own");
        assertThat(Browser.of(web, lin)
                        .send("/calendars/staff", "person", person, "calendar", "")
                        .status())
                .isEqualTo(403);

        desk.send("/calendars/staff", "person", person, "calendar", "");
        assertThat(people.of(command.bureau(), lin.unit(), lin.staff(), Limit.workingHours(4)))
                .isEqualTo(Calendars.WORKING);
        Actor stranger = offices.hire(offices.found(), Posts.AGENT, "1");
        assertThat(desk.send(
                                "/calendars/staff",
                                "person",
                                stranger.staff().value().toString(),
                                "calendar",
                                "half")
                        .page())
                .contains("There is no such person.");
    }

    @Test
    void who_may_get_hours_of_their_own_is_asked_only_while_somebody_has_none_and_users_are_people_too()
            throws Exception {
        calendars.add(command, "half", "半日班", "Half days", Calendars.WORKING, Map.of());
        assertThat(desk.look("/calendars").page()).contains(users(0)).doesNotContain(users(1));
        for (StaffMember member : staff.list(command)) {
            people.assign(command, member.id(), "half");
        }

        String page = desk.look("/calendars").page();
        assertThat(page).contains(users(people.own(command).size())).doesNotContain("Give them their own");
    }

    private static String users(int count) {
        return "<td class=\"r-num\">" + count + "</td>";
    }

    @Test
    void a_date_is_set_with_its_reason_and_source() throws Exception {
        assertThat(desk.send(
                                "/calendars/working/date",
                                "date",
                                tomorrow(),
                                "hours",
                                "",
                                "name",
                                "Typhoon",
                                "source",
                                "City notice 12")
                        .next())
                .isEqualTo("/calendars/working");
        assertThat(calendars.get(command, "working").dates()).singleElement().satisfies(date -> {
            assertThat(date.date()).hasToString(tomorrow());
            assertThat(date.hours()).isEmpty();
            assertThat(date.own()).isTrue();
        });
        assertThat(desk.look("/calendars/working").page()).contains("Typhoon", "City notice 12");
    }

    private static byte[] holidays(String date, String name) {
        return """
                {"year": 2027, "papers": ["https://example.org/notice"],
                 "days": [{"name": "%s", "date": "%s", "isOffDay": true}]}
                """.formatted(name, date).getBytes(StandardCharsets.UTF_8);
    }

    private static String digest(String page) {
        return carried(page, "digest");
    }

    private static String carried(String page, String name) {
        Matcher field =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
        assertThat(field.find()).as(page).isTrue();
        return HtmlUtils.htmlUnescape(field.group(1));
    }

    @Test
    void a_file_of_holidays_is_looked_at_and_then_exactly_that_is_written() throws Exception {
        String path = "/calendars/working/holidays";
        String shown = desk.upload(path, holidays("2027-01-01", "New & <Year>")).page();
        assertThat(shown).contains("1 of 1 dates would change", "New &amp; &lt;Year");
        assertThat(calendars.get(command, "working").dates()).isEmpty();

        assertThat(desk.send(path, "content", carried(shown, "content"), "digest", digest(shown), "write", "true")
                        .next())
                .isEqualTo("/calendars/working");
        assertThat(calendars.get(command, "working").dates()).singleElement().satisfies(date -> {
            assertThat(date.date()).hasToString("2027-01-01");
            assertThat(date.name()).isEqualTo("New & <Year>");
        });
    }

    @Test
    void what_was_not_looked_at_or_has_changed_since_is_refused() throws Exception {
        String path = "/calendars/working/holidays";
        byte[] file = holidays("2027-01-01", "New Year");
        String refused = "This is not what was looked at";
        assertThat(desk.upload(path, new byte[0]).status())
                .as("no file of holidays")
                .isEqualTo(422);
        assertThat(desk.upload(path, file, "write", "true").page()).contains(refused);
        String digest = digest(desk.upload(path, file).page());
        assertThat(desk.upload(path, holidays("2027-01-02", "New Year"), "digest", digest, "write", "true"))
                .satisfies(answer -> {
                    assertThat(answer.status()).isEqualTo(422);
                    assertThat(answer.page()).contains(refused);
                });
        assertThat(calendars.get(command, "working").dates()).isEmpty();

        desk.send(
                "/calendars/working/date",
                "date",
                "2027-01-01",
                "hours",
                "09:00-12:00",
                "name",
                "Half a day",
                "source",
                "City notice 12");
        assertThat(desk.upload(path, file, "digest", digest, "write", "true").page())
                .contains(refused);
        assertThat(calendars.get(command, "working").dates())
                .singleElement()
                .satisfies(date -> assertThat(date.name()).isEqualTo("Half a day"));
        assertThat(desk.upload(
                                path,
                                file,
                                "digest",
                                digest(desk.upload(path, file).page()),
                                "write",
                                "true")
                        .status())
                .isEqualTo(303);
    }

    @Test
    void what_cannot_be_is_said_and_what_was_typed_stays() throws Exception {
        assertThat(desk.send("/calendars", "code", "Shop!", "nameZh", "店", "nameEn", "Shop")
                        .page())
                .contains("small letters", "value=\"Shop!\"");
        assertThat(desk.send("/calendars", "code", "working", "nameZh", "店", "nameEn", "Shop")
                        .page())
                .contains("already");
        assertThat(desk.send("/calendars", "code", "shop", "nameZh", " ", "nameEn", "Shop")
                        .page())
                .contains("in one line");
        assertThat(desk.send("/calendars/working/week", "MONDAY", "25:00-26:00").page())
                .contains("is not understood", "value=\"25:00-26:00\"");
        assertThat(desk.send("/calendars/working/week", "MONDAY", "").page()).contains("at least one day");
        assertThat(desk.send("/calendars/working/date", "date", "2999-01-01", "name", "x", "source", "y")
                        .page())
                .contains("at most five years");
        assertThat(desk.send("/calendars/working/date", "date", tomorrow(), "name", "", "source", "y")
                        .page())
                .contains("in one line");
        assertThat(desk.send("/calendars/always/week", week("09:00-20:00")).status())
                .isEqualTo(409);
        assertThat(desk.look("/calendars/none").status()).isEqualTo(404);
    }

    @Test
    void whoever_may_only_read_sees_and_changes_nothing() throws Exception {
        Actor lin = offices.hire(command, Posts.AGENT, "2107");
        Browser agent = Browser.of(web, lin);
        assertThat(agent.look("/calendars/working").page())
                .contains("08:30-12:00")
                .doesNotContain("Save the week");
        assertThat(agent.send("/calendars/working/week", week("09:00-20:00")).status())
                .isEqualTo(403);
        assertThatThrownBy(() -> calendars.changeWeek(lin, "working", Map.of()))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo("access.denied"));
    }
}
