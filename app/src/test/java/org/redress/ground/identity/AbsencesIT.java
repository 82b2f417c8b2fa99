package org.redress.ground.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.platform.web.Problem;
import org.redress.support.Browser;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@RedressIT
class AbsencesIT {

    @Autowired
    MockMvc web;

    @Autowired
    Offices offices;

    @Autowired
    Absences absences;

    @Autowired
    Superiors superiors;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    private Actor agent;
    private Actor colleague;
    private Actor command;

    @BeforeEach
    void hire() {
        command = offices.found();
        agent = offices.hire(command, Posts.AGENT, "2107");
        colleague = offices.hire(command, Posts.AGENT, "2108");
    }

    @Test
    void whole_days_are_entered_on_the_page_and_the_deputy_acts_on_them() throws Exception {
        LocalDate today = LocalDate.ofInstant(clock.instant(), agent.zone());
        Browser browser = Browser.of(web, agent);
        assertThat(browser.send(
                                "/absences",
                                "staff",
                                agent.staff().value().toString(),
                                "from",
                                today.toString(),
                                "until",
                                today.toString(),
                                "deputy",
                                colleague.staff().value().toString())
                        .status())
                .isEqualTo(303);
        assertThat(browser.look("/absences").page()).contains("员工2108", "End it now");
        assertThat(superiors.present(command.bureau(), agent.staff(), clock.instant()))
                .isEqualTo(colleague.staff());
        Instant tomorrow = today.plusDays(1).atStartOfDay(agent.zone()).toInstant();
        assertThat(superiors.present(command.bureau(), agent.staff(), tomorrow)).isEqualTo(agent.staff());
        Absence entered = absences.coming(agent).getFirst();
        assertThat(browser.send("/absences/" + entered.id() + "/end").status()).isEqualTo(303);
        assertThat(superiors.present(command.bureau(), agent.staff(), clock.instant()))
                .isEqualTo(agent.staff());
    }

    @Test
    void what_cannot_be_is_said_beside_its_field() throws Exception {
        Browser.Answer back = Browser.of(web, agent)
                .send(
                        "/absences",
                        "staff",
                        agent.staff().value().toString(),
                        "from",
                        "2026-12-09",
                        "until",
                        "2026-12-01",
                        "deputy",
                        "");
        assertThat(back.status()).isEqualTo(422);
        assertThat(back.page()).contains("The end must come after the beginning.", "value=\"2026-12-09\"");
    }

    @Test
    void nobody_enters_the_absence_of_others_but_who_manages_staff() {
        Instant now = clock.instant();
        Instant later = now.plus(Duration.ofDays(1));
        assertThatThrownBy(() -> absences.add(colleague, agent.staff(), now, later, null))
                .isInstanceOf(Problem.class);
        absences.add(command, agent.staff(), now, later, null);
        assertThat(absences.coming(colleague)).isEmpty();
        assertThat(absences.coming(agent)).hasSize(1);
        absences.end(command, absences.coming(agent).getFirst().id());
        assertThat(deeds()).containsExactly("absence.add", "absence.end", "staff.add");
    }

    /** What the trail says was done to the agent; who stands above this room is not asked through its code. */
    private List<String> deeds() {
        return jdbc.sql("select deed from trail.entry where bureau = ? and subject = ? order by deed")
                .params(command.bureau().value(), agent.staff().value())
                .query((row, n) -> row.getString(1))
                .list();
    }
}
