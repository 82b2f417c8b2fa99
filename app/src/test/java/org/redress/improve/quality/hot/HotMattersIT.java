package org.redress.improve.quality.hot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.ticket.Attribution;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.Diagnosis;
import org.redress.desk.ticket.FailureKind;
import org.redress.desk.ticket.NewTicket;
import org.redress.desk.ticket.StepResult;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Grant;
import org.redress.ground.identity.Posts;
import org.redress.ground.identity.Scope;
import org.redress.ground.party.Blackout;
import org.redress.ground.party.CustomerDraft;
import org.redress.improve.quality.SomeComplaints;
import org.redress.platform.web.Problem;
import org.redress.support.Browser;
import org.redress.support.Deliveries;
import org.redress.support.EveryText;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.redress.support.StatementCount;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@RedressIT
@Tag("S5.4")
class HotMattersIT {

    @Autowired
    HotMatters matters;

    @Autowired
    HotRows rows;

    @Autowired
    HotDesk desk;

    @Autowired
    HotRedaction redaction;

    @Autowired
    Tickets tickets;

    @Autowired
    EveryText texts;

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

    private static final String NAME = "瓞煊";

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
        Browser quality = Browser.of(web, offices.hire(command, Posts.QUALITY, "3"));
        LocalDate lastWeek =
                LocalDate.ofInstant(clock.instant(), command.zone()).minusWeeks(1);
        String meeting = quality.send("/reviews", "week", lastWeek.toString()).next();
        assertThat(quality.look(meeting).page()).contains("everywhere · “门口的石狮子蹭掉了漆 &lt;b&gt;”");
        assertThat(jdbc.sql("select m::text from notification.message m where bureau = ? and code = 'hot.raised'")
                        .param(command.bureau().value())
                        .query(String.class)
                        .single())
                .contains("门口的石狮子蹭掉了漆");
    }

    private void subject(Actor by, String subject, int count, Instant received) {
        for (int n = 0; n < count; n++) {
            complaints.open(by, subject + " ".repeat(n), "镇" + n, received);
        }
        deliveries.await(by);
    }

    @Test
    void the_words_of_a_subject_are_those_of_the_latest_ticket_that_the_reader_may_see() {
        Actor there = offices.hireElsewhere(command, Posts.AGENT, "4");
        subject(there, "门口的石狮子蹭掉了漆", 1, clock.instant().minus(Duration.ofHours(2)));
        subject(agent, "门口的石狮子蹭掉了漆！", 6, clock.instant().minus(Duration.ofHours(1)));
        matters.look(command);
        HotMatter hot = now().getFirst();
        assertThat(matters.subject(head, hot)).isEqualTo("门口的石狮子蹭掉了漆！");
        assertThat(matters.subject(seeing(there, Scope.UNIT), hot)).isEqualTo("门口的石狮子蹭掉了漆");
        assertThat(matters.subject(seeing(there, Scope.OWN), hot)).isEqualTo("门口的石狮子蹭掉了漆");
        assertThat(matters.subject(seeing(head, Scope.OWN), hot)).isEmpty();
    }

    private static Actor seeing(Actor one, Scope tickets) {
        return new Actor(
                one.bureau(),
                one.staff(),
                one.name(),
                one.number(),
                one.unit(),
                one.post(),
                List.of(new Grant(Action.READ, "hot", Scope.BUREAU), new Grant(Action.READ, "ticket", tickets)),
                one.language(),
                one.zone(),
                one.region(),
                one.jurisdiction());
    }

    @Test
    void many_hot_subjects_are_listed_with_as_many_questions_to_the_database_as_one() throws Exception {
        subject(agent, "门口的石狮子蹭掉了漆", 6, clock.instant());
        matters.look(command);
        listed();
        int one = listed();
        subject(agent, "隔壁工地的塔吊挡住了月亮", 6, clock.instant());
        subject(agent, "楼下的梧桐树掉叶子", 6, clock.instant());
        matters.look(command);
        assertThat(now()).hasSize(3);
        assertThat(matters.subjects(head, now().stream().map(HotMatter::id).toList()))
                .hasSize(3);
        assertThat(listed()).isEqualTo(one);
    }

    private int listed() throws Exception {
        return StatementCount.of(() -> desk.list(head, "now", null, null, null)).size();
    }

    private Ticket ofCustomer(String subject, String place) {
        Ticket opened = tickets.open(
                agent,
                new NewTicket(
                        TicketKind.COMPLAINT,
                        Channel.HOT_LINE,
                        subject,
                        subject,
                        new CustomerDraft("desk", null, NAME, "13998761357", "+8613998761357", null, null),
                        place,
                        null,
                        null));
        deliveries.await(agent);
        return opened;
    }

    private int blackOut(Actor chief, Ticket of) {
        return redaction.redact(chief, Objects.requireNonNull(of.customer()), Blackout.of(List.of(NAME)));
    }

    /** Where the name can be read in what this room keeps. */
    private List<String> kept() {
        return texts.telling(command.bureau(), List.of(NAME)).stream()
                .filter(column -> column.startsWith("quality."))
                .toList();
    }

    /** How many bells, rung or about to, tell the name. */
    private long bells() {
        return jdbc.sql("""
                        select count(*) from notification.message m
                          left join notification.inbox i on i.bureau = m.bureau and i.id = m.id
                         where m.bureau = ? and m.subject_kind = 'hot' and position(? in m::text || coalesce(i::text, '')) > 0
                        """)
                .params(command.bureau().value(), NAME)
                .query(Long.class)
                .single();
    }

    @Test
    void whoever_is_blacked_out_is_covered_in_what_heads_were_told_of_a_hot_subject() {
        Actor chief = offices.hireElsewhere(command, Posts.GENERAL_MANAGER, "9");
        List<Ticket> theirs = IntStream.range(0, 6)
                .mapToObj(n -> ofCustomer(NAME + "家门口的石狮子蹭掉了漆" + " ".repeat(n), "镇" + n))
                .toList();
        matters.look(command);
        assertThat(alerts()).isOne();
        assertThat(bells()).isOne();
        assertThat(blackOut(chief, theirs.getFirst())).isOne();
        assertThat(bells()).isZero();
        assertThat(blackOut(chief, theirs.getFirst())).isZero();
    }

    @Test
    void what_was_said_of_a_matter_is_covered_also_where_the_ticket_has_another_type_since() {
        Actor chief = offices.hireElsewhere(command, Posts.GENERAL_MANAGER, "9");
        complaints.several(agent, 6, "枫林镇", "no-service", null);
        Ticket theirs = classified(ofCustomer("断网", "枫林镇"), "no-service");
        matters.look(command);
        HotMatter hot = now().getFirst();
        assertThat(hot.heat().count()).isEqualTo(7);
        matters.acknowledge(head, hot.id(), NAME + "家今天去查");
        assertThat(kept()).containsExactly("quality.hot.words");

        classified(theirs, "call-quality");
        assertThat(blackOut(chief, theirs)).isOne();
        assertThat(kept()).isEmpty();
        assertThat(matters.get(head, hot.id()).said())
                .isNotNull()
                .satisfies(said -> assertThat(said.words()).isEqualTo("▇▇▇家今天去查"));
    }

    private Ticket classified(Ticket ticket, String type) {
        StepResult result = tickets.classify(
                agent,
                ticket.id(),
                tickets.get(agent, ticket.id()).version(),
                type,
                new Diagnosis(FailureKind.OUTCOME, "系统记录", Attribution.PROVIDER, "现场记录"));
        deliveries.await(agent);
        return ((StepResult.Done) result).ticket();
    }

    @Test
    void a_matter_that_was_over_before_the_customer_came_is_not_read() {
        complaints.several(agent, 6, "枫林镇", "no-service", null);
        matters.look(command);
        jdbc.sql("update quality.hot set cooled_at = raised_at where bureau = ?")
                .param(command.bureau().value())
                .update();
        Instant raised = matters.cooled(head, null, null, 1).getFirst().raisedAt();
        assertThat(rows.notOverBefore(command.bureau(), raised)).hasSize(1);
        assertThat(rows.notOverBefore(command.bureau(), raised.plusSeconds(1))).isEmpty();
    }
}
