package org.redress.improve.quality.hot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.improve.quality.SomeComplaints;
import org.redress.platform.web.Problem;
import org.redress.support.Browser;
import org.redress.support.Deliveries;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@RedressIT
@Tag("S5.4")
class HotMattersIT {

    @Autowired
    HotMatters matters;

    @Autowired
    SomeComplaints complaints;

    @Autowired
    Offices offices;

    @Autowired
    Deliveries deliveries;

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private Actor command;
    private Actor agent;
    private Actor head;

    @BeforeEach
    void open() {
        command = offices.found();
        agent = offices.hire(command, Posts.AGENT, "1");
        head = offices.hire(command, Posts.HEAD, "2");
    }

    private List<HotMatter> now() {
        return matters.now(head, null, null, 50);
    }

    private long alerts() {
        return jdbc.sql(
                        "select count(*) from notification.message where bureau = ? and code = 'hot.raised' and address = ?")
                .params(command.bureau().value(), head.staff().value().toString())
                .query(Long.class)
                .single();
    }

    /** The tickets grow older by so many days, as if that time had passed. */
    private void days(int passed) {
        jdbc.sql("update quality.fact set received_at = received_at - ? * interval '1 day' where bureau = ?")
                .params(passed, command.bureau().value())
                .update();
    }

    @Test
    void a_matter_is_written_down_and_told_once_while_it_stays_hot() {
        complaints.several(agent, 6, "枫林镇", "no-service", null);
        matters.look(command);
        matters.look(command);
        complaints.several(agent, 2, "枫林镇", "no-service", null);
        matters.look(command);
        assertThat(now()).singleElement().satisfies(hot -> {
            assertThat(hot.matter()).isEqualTo(new Matter("枫林镇", "no-service"));
            assertThat(hot.heat().count()).isEqualTo(8);
            assertThat(hot.course()).endsWith(8).hasSize(9);
            assertThat(matters.tickets(head, hot, null, null, 50).cards()).hasSize(8);
        });
        assertThat(alerts()).isOne();
    }

    @Test
    void what_was_put_away_does_not_come_back_until_it_has_cooled() {
        complaints.several(agent, 6, "石桥镇", "call-quality", null);
        matters.look(command);
        HotMatter hot = now().getFirst();
        assertThatThrownBy(() -> matters.dismiss(head, hot.id(), " ")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> matters.dismiss(agent, hot.id(), "不算")).isInstanceOf(Problem.class);
        assertThat(matters.dismiss(head, hot.id(), "同一家单位重复登记")).isInstanceOf(HotResult.Done.class);
        assertThat(matters.acknowledge(head, hot.id(), "再看看")).isInstanceOf(HotResult.Refused.class);
        matters.look(command);
        assertThat(now()).hasSize(1);
        assertThat(alerts()).isOne();
        days(8);
        matters.look(command);
        assertThat(now()).isEmpty();
        assertThat(matters.cooled(head, null, null, 50))
                .singleElement()
                .satisfies(cooled -> assertThat(cooled.said()).isNotNull());
    }

    @Test
    void what_heats_up_again_is_a_new_matter() {
        complaints.several(agent, 6, "杏花里", "no-signal", null);
        matters.look(command);
        days(60);
        matters.look(command);
        complaints.several(agent, 12, "杏花里", "no-signal", null);
        matters.look(command);
        assertThat(now()).hasSize(1);
        assertThat(matters.cooled(head, null, null, 50)).hasSize(1);
        assertThat(alerts()).isEqualTo(2);
    }

    @Test
    void what_comes_in_every_week_is_not_hot() {
        for (int week = 0; week <= 8; week++) {
            complaints.several(agent, 6, "柳树巷", "no-service", clock.instant().minus(Duration.ofDays(7L * week + 1)));
        }
        matters.look(command);
        assertThat(now()).isEmpty();
    }

    @Test
    void complaints_that_no_rule_can_type_are_hot_by_their_subject_with_its_words_in_both_languages() throws Exception {
        String subject = "门口的石狮子蹭掉了漆 <b>";
        for (int n = 0; n < 6; n++) {
            complaints.open(agent, subject + " ".repeat(n), "镇" + n, null);
        }
        complaints.open(agent, "问一下卷烟价格", "镇1", null);
        deliveries.await(agent);
        matters.look(command);
        assertThat(now()).singleElement().satisfies(hot -> {
            assertThat(hot.matter().place()).isEmpty();
            assertThat(hot.matter().type()).isEmpty();
            assertThat(hot.matter().subject()).isNotEmpty().doesNotContain("石狮子");
            assertThat(hot.heat().count()).isEqualTo(6);
            assertThat(matters.tickets(head, hot, null, null, 50).cards()).hasSize(6);
        });
        assertThat(alerts()).isOne();

        Browser boss = Browser.of(web, head);
        String one = "/hot/" + now().getFirst().id().value();
        assertThat(boss.look("/hot").page()).contains("everywhere · “门口的石狮子蹭掉了漆 &lt;b&gt;”");
        assertThat(boss.look(one).page()).contains("everywhere · “门口的石狮子蹭掉了漆 &lt;b&gt;”", "Heat =");
        assertThat(boss.look(one + "?lang=zh-CN").page()).contains("各地 · “门口的石狮子蹭掉了漆 &lt;b&gt;”");
        assertThat(jdbc.sql("select m::text from notification.message m where bureau = ? and code = 'hot.raised'")
                        .param(command.bureau().value())
                        .query(String.class)
                        .single())
                .contains("门口的石狮子蹭掉了漆");
    }
}
