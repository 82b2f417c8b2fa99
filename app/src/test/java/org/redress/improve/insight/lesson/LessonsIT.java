package org.redress.improve.insight.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.ground.identity.UnitId;
import org.redress.improve.insight.Cause;
import org.redress.improve.insight.Causes;
import org.redress.improve.insight.NewPrevention;
import org.redress.improve.insight.PreventionId;
import org.redress.improve.insight.Preventions;
import org.redress.platform.web.Problem;
import org.redress.support.Browser;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** A failure's lesson reaches the units that must learn it, and who has not learned it is seen. */
@RedressIT
@Tag("S7.5")
class LessonsIT {

    @Autowired
    Offices offices;

    @Autowired
    Causes causes;

    @Autowired
    Preventions preventions;

    @Autowired
    Lessons lessons;

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private Actor quality;
    private Actor command;
    private Actor head;
    private Actor elsewhere;
    private PreventionId action;
    private String path;

    @BeforeEach
    void found() {
        command = offices.found();
        quality = offices.hire(command, Posts.QUALITY, "31");
        head = offices.hireElsewhere(command, Posts.HEAD, "42");
        elsewhere = offices.hire(command, Posts.AGENT, "2107");
        Cause cause = causes.tree(quality).getFirst();
        LocalDate due = LocalDate.ofInstant(clock.instant(), quality.zone()).plusDays(20);
        action = preventions.open(quality, new NewPrevention(cause.id(), "换防水分光箱", "每千户件数", "", quality.staff(), due));
        path = "/actions/" + action.value();
    }

    @Test
    void a_unit_is_asked_its_head_hears_so_and_it_says_how_it_passed_it_on() throws Exception {
        Browser asking = Browser.of(web, quality);
        assertThat(asking.look(path).page()).contains("Who must learn", "No unit is named yet");
        asking.send(path + "/lessons", "unit", head.unit().value().toString());
        assertThat(asking.look(path).page()).contains("Not yet");
        assertThat(told()).singleElement().asString().contains("A-001", "换防水分光箱");

        String answer = path + "/lessons/" + head.unit().value();
        Browser there = Browser.of(web, head);
        Browser.Answer empty = there.send(answer, "how", "  ");
        assertThat(empty.status()).isEqualTo(422);
        there.send(answer, "how", "晨会讲了，装维箱改用防水的");
        assertThat(asking.look(path).page())
                .contains("Learned", "晨会讲了，装维箱改用防水的", head.name())
                .doesNotContain("Not yet");
    }

    @Test
    void where_nobody_leads_the_manager_hears_and_where_there_is_none_either_whoever_asks_is_told() throws Exception {
        UnitId headless = offices.hireElsewhere(command, Posts.AGENT, "77").unit();
        assertThat(lessons.ask(quality, action, headless)).isEmpty();
        UnitId second = offices.hireElsewhere(command, Posts.AGENT, "78").unit();
        Browser asking = Browser.of(web, quality);
        asking.send(path + "/lessons", "unit", second.value().toString());
        assertThat(asking.look(path).page()).contains("tell them yourself");

        Actor manager = offices.hireElsewhere(command, Posts.GENERAL_MANAGER, "1");
        UnitId third = offices.hireElsewhere(command, Posts.AGENT, "79").unit();
        assertThat(lessons.ask(quality, action, third)).contains(manager.staff());
    }

    /** What the head hears. */
    private List<String> told() {
        return jdbc.sql("""
                        select parameters::text from notification.message
                         where bureau = ? and code = 'lesson.asked' and address = ? and subject = ?
                        """)
                .params(head.bureau().value(), head.staff().value().toString(), action.value())
                .query((row, n) -> row.getString(1))
                .list();
    }

    @Test
    void others_say_nothing_for_a_unit_and_nobody_is_asked_or_answers_twice() throws Exception {
        lessons.ask(quality, action, head.unit());
        assertThatThrownBy(() -> lessons.ask(quality, action, head.unit()))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("lesson.unit");
        assertThatThrownBy(() -> lessons.ask(elsewhere, action, head.unit())).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> lessons.learned(elsewhere, action, head.unit(), "学了"))
                .hasMessageContaining("access.denied");
        assertThat(Browser.of(web, elsewhere).look(path).page()).doesNotContain(path + "/lessons");

        int taken = 0;
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            List<Future<Browser.Answer>> both =
                    List.of(pool.submit(() -> answer(quality)), pool.submit(() -> answer(head)));
            for (Future<Browser.Answer> one : both) {
                taken += one.get().status() == 303 ? 1 : 0;
            }
        }
        assertThat(taken).isOne();
        assertThat(lessons.of(quality, action)).hasSize(1).allMatch(one -> one.learned() != null);
    }

    private Browser.Answer answer(Actor actor) throws Exception {
        return Browser.of(web, actor).send(path + "/lessons/" + head.unit().value(), "how", "讲了");
    }

    @Test
    void an_action_given_up_asks_nobody_any_more_and_another_bureau_sees_none() throws Exception {
        lessons.ask(quality, action, head.unit());
        preventions.stop(quality, action, 1, "不做了");
        assertThatThrownBy(() -> lessons.ask(quality, action, elsewhere.unit())).hasMessageContaining("lesson.stopped");
        assertThat(Browser.of(web, quality).look(path).page()).doesNotContain("Ask the unit");
        Actor stranger = offices.hire(offices.found(), Posts.QUALITY, "9");
        assertThatThrownBy(() -> lessons.of(stranger, action)).hasMessageContaining("prevention.absent");
    }
}
