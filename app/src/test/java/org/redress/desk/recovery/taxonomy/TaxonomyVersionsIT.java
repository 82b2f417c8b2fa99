package org.redress.desk.recovery.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.recovery.FailureTypes;
import org.redress.desk.recovery.RepeatedFailures;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.NewTicket;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketBoard;
import org.redress.desk.ticket.TicketFilter;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.TicketView;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.ground.party.CustomerDraft;
import org.redress.platform.text.Words;
import org.redress.platform.web.Problem;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.MockMvc;

@RedressIT
@Tag("S4.1")
class TaxonomyVersionsIT {

    private static final NewType NIGHT = new NewType("夜间网速慢", "Slow at night");
    private static final NewType ALWAYS = new NewType("全天网速慢", "Slow all day");

    @Autowired
    private Offices offices;

    @Autowired
    private TaxonomyVersions versions;

    @Autowired
    private FailureTypes types;

    @Autowired
    private Tickets tickets;

    @Autowired
    private TicketBoard board;

    @Autowired
    private RepeatedFailures repeated;

    @Autowired
    private UserDetailsService signIn;

    @Autowired
    private MockMvc pages;

    private Actor officer;
    private Actor agent;
    private String officerName;
    private String agentName;

    @BeforeEach
    void found() {
        Actor command = offices.found();
        officer = offices.hire(command, Posts.QUALITY, "1");
        agent = offices.hire(command, Posts.AGENT, "2");
        officerName = Offices.signIn(command, "1");
        agentName = Offices.signIn(command, "2");
    }

    @Test
    void a_renamed_type_keeps_its_code_and_every_page_speaks_its_new_name() throws Exception {
        TicketId ticket = ticket("网速太慢了");

        versions.rename(officer, 1, "slow-broadband", new NewType("宽带龟速", "Crawling broadband"), "客户都这么叫");

        assertThat(Objects.requireNonNull(tickets.get(agent, ticket).suggestion())
                        .type())
                .isEqualTo("slow-broadband");
        for (String page : List.of("/tickets/" + ticket.value(), "/failure-types", "/desk?view=open")) {
            assertThat(page(agentName, page)).as(page).contains("宽带龟速").doesNotContain("宽带慢");
        }
        assertThat(page(agentName, "/failure-types?lang=en")).contains("Crawling broadband");
        assertThat(versions.list(officer, Integer.MAX_VALUE, 5))
                .extracting(TaxonomyVersion::version)
                .containsExactly(2, 1);
        assertThat(page(agentName, "/failure-types/versions")).contains("改名为“宽带龟速”", "客户都这么叫", "员工1");
    }

    @Test
    void a_split_type_lets_its_words_go_to_the_part_that_a_person_named() {
        TicketId before = ticket("网速太慢了");

        assertThat(versions.split(officer, 1, "slow-broadband", List.of(NIGHT, ALWAYS), 1, "夜里另有原因"))
                .isEqualTo(new TaxonomyResult.Done(2));

        TicketId after = ticket("网速太慢了");
        assertThat(Objects.requireNonNull(tickets.get(agent, before).suggestion())
                        .type())
                .isEqualTo("slow-broadband");
        assertThat(Objects.requireNonNull(tickets.get(agent, after).suggestion())
                        .type())
                .isEqualTo("own-2-2");
        assertThat(types.exists(agent, "slow-broadband")).isFalse();
        assertThat(types.exists(agent, "own-2")).isTrue();
        assertThatThrownBy(() -> classify(agent, before, "slow-broadband"))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo("ticket.type.unknown"));
        assertThat(repeated.find(agent, after))
                .as("the same failure by another name")
                .isPresent();
    }

    @Test
    void tickets_of_merged_types_are_listed_under_what_they_became() {
        TicketId one = ticket("网速太慢了");
        TicketId other = ticket("手机没信号");
        classify(agent, one, "slow-broadband");
        classify(agent, other, "no-signal");

        versions.merge(officer, 1, List.of("slow-broadband", "no-signal"), new NewType("网络差", "Poor network"), "合并口径");

        TicketFilter merged = new TicketFilter(null, null, null, "own-2");
        assertThat(board.count(agent, TicketView.OPEN, merged)).isEqualTo(2);
        assertThat(board.page(agent, TicketView.OPEN, merged, null, 10).cards()).hasSize(2);
        assertThat(Objects.requireNonNull(tickets.get(agent, one).classified()).type())
                .isEqualTo("slow-broadband");
    }

    @Test
    void a_retired_type_is_suggested_and_chosen_no_more_and_can_still_be_read() throws Exception {
        TicketId old = ticket("网速太慢了");
        classify(agent, old, "slow-broadband");

        versions.retire(officer, 1, "slow-broadband", "不再单列");

        assertThat(tickets.get(agent, ticket("网速太慢了")).suggestion()).isNull();
        assertThat(page(agentName, "/tickets/" + old.value())).contains("宽带");
        assertThat(page(agentName, "/failure-types")).contains("已停用的类型");
    }

    @Test
    void an_added_type_can_be_chosen_at_once_and_has_its_name_in_files_too() throws Exception {
        versions.add(officer, 1, "slow-unavailable", new NewType("卫星中断", "Satellite outage"), "新业务");
        TicketId ticket = ticket("卫星电话断了");
        classify(agent, ticket, "own-2");

        assertThat(page(agentName, "/tickets/" + ticket.value())).contains("卫星中断");
        assertThat(page(officerName, "/desk/export.csv?view=open")).contains("卫星中断");
    }

    @Test
    void of_two_who_change_at_the_same_instant_the_second_is_shown_the_first() throws Exception {
        List<Callable<TaxonomyResult>> both = List.of(
                () -> versions.add(officer, 1, "policy", new NewType("甲类", "Kind A"), "一"),
                () -> versions.add(officer, 1, "policy", new NewType("乙类", "Kind B"), "二"));
        List<TaxonomyResult> results = new ArrayList<>();
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            for (Future<TaxonomyResult> one : two.invokeAll(both)) {
                results.add(one.get());
            }
        }

        assertThat(results).containsExactlyInAnyOrder(new TaxonomyResult.Done(2), new TaxonomyResult.Stale(2));
        assertThat(types.leaves(agent)).filteredOn(type -> type.own() != null).hasSize(1);
    }

    @Test
    void bad_input_is_refused_with_its_code_and_field() {
        refused("taxonomy.why.missing", "why", () -> versions.retire(officer, 1, "invoice", " "));
        refused("taxonomy.name.missing", "en", () -> versions.add(officer, 1, "policy", new NewType("甲", " "), "x"));
        refused(
                "taxonomy.name.long",
                "zh",
                () -> versions.add(officer, 1, "policy", new NewType("甲".repeat(41), "A"), "x"));
        refused(
                "taxonomy.name.taken",
                "zh",
                () -> versions.add(
                        officer,
                        1,
                        "policy",
                        new NewType(FailureTypes.name(Words.of(Words.CHINESE), "invoice"), "x"),
                        "x"));
        refused("taxonomy.parent", "parent", () -> versions.add(officer, 1, "invoice", NIGHT, "x"));
        refused("taxonomy.type.unknown", "type", () -> versions.retire(officer, 1, "policy", "x"));
        refused("taxonomy.split.parts", "zh", () -> versions.split(officer, 1, "invoice", List.of(NIGHT), 0, "x"));
        refused(
                "taxonomy.split.heir",
                "heir",
                () -> versions.split(officer, 1, "invoice", List.of(NIGHT, ALWAYS), -1, "x"));
        refused(
                "taxonomy.name.taken",
                "zh",
                () -> versions.split(officer, 1, "invoice", List.of(NIGHT, NIGHT), 0, "x"));
        refused(
                "taxonomy.merge.few",
                "types",
                () -> versions.merge(officer, 1, List.of("invoice", "invoice"), NIGHT, "x"));
        assertThatThrownBy(() -> versions.retire(agent, 1, "invoice", "x")).isInstanceOf(Problem.class);
        assertThat(versions.list(officer, Integer.MAX_VALUE, 9)).hasSize(1);
    }

    private static void refused(String code, String field, Callable<?> change) {
        assertThatThrownBy(change::call).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.field()).isEqualTo(field);
        });
    }

    @Test
    void the_page_offers_the_forms_to_those_who_may_and_takes_each_once() throws Exception {
        assertThat(page(officerName, "/failure-types/versions")).contains("name=\"heir\"", "现行第1版");
        assertThat(page(agentName, "/failure-types/versions"))
                .doesNotContain("name=\"heir\"")
                .contains("系统管理员");
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            pages.perform(post("/failure-types/versions/split")
                            .param("formKey", key)
                            .param("version", "1")
                            .param("type", "invoice")
                            .param("zh0", "不开发票")
                            .param("en0", "No invoice")
                            .param("zh2", "发票开错")
                            .param("en2", "Wrong invoice")
                            .param("heir", "2")
                            .param("why", "分开看")
                            .with(user(signIn.loadUserByUsername(officerName)))
                            .with(csrf()))
                    .andExpect(status().is3xxRedirection());
        }
        assertThat(versions.list(officer, Integer.MAX_VALUE, 9)).hasSize(2);
        assertThat(page(officerName, "/failure-types/versions")).contains("拆分为“不开发票”、“发票开错”", "发票开错（承接原来的用词）");
    }

    @Test
    void what_was_typed_comes_back_with_what_is_wrong() throws Exception {
        String back = pages.perform(post("/failure-types/versions/add")
                        .param("formKey", UUID.randomUUID().toString())
                        .param("version", "1")
                        .param("parent", "policy")
                        .param("zh", "套餐陷阱")
                        .param("en", "")
                        .param("why", "试")
                        .with(user(signIn.loadUserByUsername(officerName)))
                        .with(csrf()))
                .andExpect(status().is4xxClientError())
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(back).contains("套餐陷阱", "中英文名称都要写");
    }

    private String page(String name, String path) throws Exception {
        return pages.perform(get(path).with(user(signIn.loadUserByUsername(name))))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private void classify(Actor actor, TicketId id, String type) {
        Ticket ticket = tickets.get(actor, id);
        tickets.classify(actor, id, ticket.version(), type);
    }

    private TicketId ticket(String text) {
        CustomerDraft customer = new CustomerDraft("desk", null, "周女士", "13812342046", "+8613812342046", null, null);
        return tickets.open(
                        agent, new NewTicket(TicketKind.FAULT, Channel.HOT_LINE, "", text, customer, null, null, null))
                .id();
    }
}
