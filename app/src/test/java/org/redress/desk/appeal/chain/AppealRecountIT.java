package org.redress.desk.appeal.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.appeal.SomeAppeals;
import org.redress.ground.commitment.Calendars;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.support.Deliveries;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.redress.support.RevisedRules;
import org.springframework.beans.factory.annotation.Autowired;

@RedressIT
@Tag("S5.3")
class AppealRecountIT {

    @Autowired
    AppealBoard board;

    @Autowired
    SomeAppeals some;

    @Autowired
    Calendars calendars;

    @Autowired
    Offices offices;

    @Autowired
    Deliveries deliveries;

    @Autowired
    RevisedRules rules;

    private static Map<DayOfWeek, String> anHourOnSundays() {
        Map<DayOfWeek, String> week = new EnumMap<>(DayOfWeek.class);
        week.put(DayOfWeek.SUNDAY, "09:00-10:00");
        return week;
    }

    @Test
    void another_calendar_moves_the_limit_that_the_list_shows_and_sorts_by() {
        Actor command = offices.found();
        Actor agent = offices.hire(command, Posts.AGENT, "1");
        Appeal waits = some.received(agent);
        Appeal forwarded = some.along(agent, some.received(agent), AppealStep.ACCEPT, AppealStep.FORWARD);
        Appeal withdrawn = some.along(agent, some.received(agent), AppealStep.WITHDRAW);

        calendars.changeWeek(command, Calendars.WORKING, anHourOnSundays());
        deliveries.await(command);

        Instant due = Objects.requireNonNull(
                board.show(agent, waits.id()).clocks().getLast().dueAt());
        assertThat(due).isAfter(waits.dueAt());
        Appeal now = board.get(agent, waits.id());
        assertThat(now.dueAt()).isEqualTo(due);
        assertThat(now.version()).isEqualTo(waits.version());
        assertThat(board.get(agent, forwarded.id()).dueAt()).isEqualTo(forwarded.dueAt());
        assertThat(board.get(agent, withdrawn.id()).dueAt()).isNull();
        assertThat(board.open(agent, null, 10)).extracting(Appeal::id).isEqualTo(List.of(forwarded.id(), waits.id()));
    }

    @Test
    void another_limit_of_the_operators_reply_moves_what_the_list_and_the_report_go_by() {
        Actor command = offices.found();
        Actor agent = offices.hire(command, Posts.AGENT, "1");
        Appeal forwarded = some.along(agent, some.received(agent), AppealStep.ACCEPT, AppealStep.FORWARD);

        rules.apply(command, "appeal.operator.reply", 8);

        Appeal now = board.get(agent, forwarded.id());
        assertThat(now.reply().dueAt())
                .isEqualTo(Objects.requireNonNull(forwarded.reply().dueAt()).minus(Duration.ofDays(2)));
        assertThat(now.dueAt()).isEqualTo(now.reply().dueAt());
        assertThat(now.version()).isEqualTo(forwarded.version());
    }
}
