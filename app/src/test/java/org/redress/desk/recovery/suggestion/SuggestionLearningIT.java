package org.redress.desk.recovery.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.recovery.taxonomy.NewType;
import org.redress.desk.recovery.taxonomy.TaxonomyVersions;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.ChosenTypes;
import org.redress.desk.ticket.NewTicket;
import org.redress.desk.ticket.Suggestion;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.platform.web.Problem;
import org.redress.support.Deliveries;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.MockMvc;

@RedressIT
@Tag("S4.1")
class SuggestionLearningIT {

    /** Words of this bureau's own that no rule knows. */
    private static final List<String> BLINKING = List.of("光猫红灯闪个不停", "盒子亮红灯", "红灯一直闪");

    private static final List<String> PARCEL = List.of("寄来的包裹是空的", "快递箱子里没有东西", "收到空箱子");

    @Autowired
    private Offices offices;

    @Autowired
    private SuggestionLearning learning;

    @Autowired
    private ModelShelf shelf;

    @Autowired
    private TaxonomyVersions versions;

    @Autowired
    private Tickets tickets;

    @Autowired
    private ChosenTypes chosen;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private UserDetailsService signIn;

    @Autowired
    private MockMvc pages;

    private Actor officer;
    private Actor agent;
    private String officerName;

    @BeforeEach
    void found() {
        Actor command = offices.found();
        officer = offices.hire(command, Posts.QUALITY, "1");
        agent = offices.hire(command, Posts.AGENT, "2");
        officerName = Offices.signIn(command, "1");
    }

    /** People have chosen so many times, each time for another text. */
    private void choose(int count) {
        for (int i = 0; i < count; i++) {
            boolean blinking = i % 2 == 0;
            String said = (blinking ? BLINKING : PARCEL).get(i % 3) + "，第" + i + "位客户";
            classify(open(said), blinking ? "equipment-fault" : "delivery-wrong");
        }
    }

    private TicketId open(String text) {
        return tickets.open(agent, new NewTicket(TicketKind.COMPLAINT, Channel.WEB, "", text, null, null, null, null))
                .id();
    }

    private void classify(TicketId id, String type) {
        tickets.classify(agent, id, tickets.get(agent, id).version(), type);
    }

    private @Nullable Suggestion suggested(String text) {
        return tickets.get(agent, open(text)).suggestion();
    }

    @Test
    void with_too_few_choices_the_rules_go_on_and_the_page_says_so() throws Exception {
        choose(3);

        assertThat(learning.learn(officer)).isEqualTo(new LearningResult.TooFew(3, 200));
        assertThat(suggested("网速太慢了"))
                .satisfies(one -> assertThat(one.type()).isEqualTo("slow-broadband"))
                .satisfies(one -> assertThat(one.confidence()).isNull());
        assertThat(page("/failure-types/suggestions")).contains("现由规则建议，已有3件人工定类，满200件起学习");
    }

    @Test
    void what_people_chose_is_suggested_next_time_with_how_sure_it_is_and_stays_a_suggestion() throws Exception {
        assertThat(suggested("光猫红灯闪")).as("no rule knows this").isNull();
        choose(220);

        LearningResult result = learning.learn(officer);

        assertThat(result).isInstanceOfSatisfying(LearningResult.Learned.class, learned -> {
            assertThat(learned.version().used()).isTrue();
            assertThat(learned.version().beforeVersion()).isZero();
            assertThat(learned.version().measured().accuracy()).isGreaterThan(0.95);
            assertThat(learned.version().measured().cases()).isGreaterThan(20);
        });
        TicketId ticket = open("家里光猫红灯闪个不停");
        Suggestion suggestion =
                Objects.requireNonNull(tickets.get(agent, ticket).suggestion());
        assertThat(suggestion.type()).isEqualTo("equipment-fault");
        assertThat(suggestion.model()).isEqualTo(1);
        assertThat(suggestion.confidence()).isBetween(40, 100);
        assertThat(tickets.get(agent, ticket).classified()).isNull();
        assertThat(page("/tickets/" + ticket.value())).contains("约" + suggestion.tenths() + "成把握", "红灯");
        assertThat(page("/tickets/" + ticket.value() + "?lang=en"))
                .contains("Right in about " + suggestion.tenths() + " of 10");
        assertThat(page("/failure-types/suggestions")).contains("第1版在用", "说几成，对几成", "校准误差");
        assertThat(suggested("网速太慢了"))
                .as("what it never saw is left to the rules")
                .satisfies(one -> assertThat(one.type()).isEqualTo("slow-broadband"));
    }

    @Test
    void a_version_that_is_worse_on_held_back_cases_is_kept_and_not_used() throws Exception {
        choose(220);
        learning.learn(officer);
        // What is learned from is turned upside down, what is held back is not: nobody could be right with that.
        for (ChosenTypes.Chosen one : chosen.latest(officer, null, 500)) {
            if (new LearnedCase(one.subject(), one.text(), one.type()).use() == LearnedCase.Use.LEARN) {
                jdbc.sql("update ticket.ticket set failure_type = ? where bureau = ? and id = ?")
                        .params(
                                one.type().equals("equipment-fault") ? "delivery-wrong" : "equipment-fault",
                                agent.bureau().value(),
                                one.ticket().value())
                        .update();
            }
        }

        LearningResult.Learned second = (LearningResult.Learned) learning.learn(officer);

        assertThat(second.version().version()).isEqualTo(2);
        assertThat(second.version().measured().accuracy())
                .isLessThan(second.version().beforeAccuracy());
        assertThat(second.version().used()).isFalse();
        assertThat(second.version().beforeVersion()).isEqualTo(1);
        assertThat(shelf.of(agent.bureau()).orElseThrow().version()).isEqualTo(1);
        assertThat(Objects.requireNonNull(suggested("光猫红灯闪个不停")).type()).isEqualTo("equipment-fault");
        assertThat(page("/failure-types/suggestions")).contains("比旧的差，没有启用");
    }

    @Test
    void a_version_from_before_a_merge_is_measured_by_what_its_types_became() {
        choose(220);
        learning.learn(officer);
        versions.merge(officer, 1, List.of("equipment-fault", "no-signal"), new NewType("设备问题", "Equipment"), "合并口径");

        LearningResult.Learned second = (LearningResult.Learned) learning.learn(officer);

        assertThat(second.version().beforeVersion()).isEqualTo(1);
        assertThat(second.version().beforeAccuracy()).isGreaterThan(0.95);
    }

    @Test
    void a_damaged_model_is_said_to_be_damaged_and_the_rules_suggest() throws Exception {
        choose(220);
        learning.learn(officer);
        jdbc.sql("update recovery.suggestion_model set model = substring(model from 1 for 200) where bureau = ?")
                .param(agent.bureau().value())
                .update();

        assertThat(shelf.fresh(agent.bureau()).orElseThrow().model()).isEmpty();

        jdbc.sql("""
                        insert into recovery.suggestion_model
                        select bureau, 2, trained_at, trained_by, seed, learned, calibrated, held_back, types, accuracy, macro_f1,
                               error, temperature, 1, before_accuracy, true, bins, model, sha256
                          from recovery.suggestion_model where bureau = ?
                        """).param(agent.bureau().value()).update();
        org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(30))
                .until(() -> learning.standing(officer).broken() != null);
        assertThat(suggested("光猫红灯闪个不停")).isNull();
        assertThat(suggested("网速太慢了")).satisfies(one -> assertThat(one.model()).isNull());
        assertThat(page("/failure-types/suggestions")).contains("第2版的模型文件损坏", "现由规则建议");
    }

    @Test
    void by_type_the_page_shows_what_was_suggested_and_what_people_chose() throws Exception {
        TicketId taken = open("网速太慢了");
        TicketId other = open("网速太慢了，天天如此");
        classify(taken, "slow-broadband");
        classify(other, "unstable-connection");
        classify(other, "no-service");
        deliveries.await(agent);

        String page = page("/failure-types/suggestions?lang=en");

        assertThat(page).contains("2 were suggested and 1 accepted, 50.0%", "Most often confused");
        assertThat(page("/failure-types/suggestions?of=1&lang=en")).contains("no ticket had a suggestion");
    }

    @Test
    void learning_is_asked_for_by_those_who_keep_the_taxonomy() throws Exception {
        assertThatThrownBy(() -> learning.learn(agent)).isInstanceOf(Problem.class);
        pages.perform(post("/failure-types/suggestions/learn")
                        .param("formKey", UUID.randomUUID().toString())
                        .with(user(signIn.loadUserByUsername(officerName)))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
    }

    private String page(String path) throws Exception {
        return pages.perform(get(path).with(user(signIn.loadUserByUsername(officerName))))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
