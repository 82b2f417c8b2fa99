package org.redress.desk.recovery.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.ticket.Ticket;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.support.Deliveries;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Customers who come by their link, from a telephone of which nothing is known. */
@RedressIT
@Tag("S4.5")
class AnswersIT {

    @Autowired
    Offices offices;

    @Autowired
    SomeRecoveries some;

    @Autowired
    FollowUps followUps;

    @Autowired
    FollowUpSending sending;

    @Autowired
    AnswerLinks links;

    @Autowired
    Deliveries deliveries;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc web;

    private Actor command;
    private Actor lin;
    private FollowUpId id;
    private String path;

    @BeforeEach
    void ask() {
        command = offices.found();
        lin = offices.hire(command, Posts.AGENT, "2107");
        offices.hire(command, Posts.AGENT, "2108");
        Ticket ticket = some.closed(lin, some.customer(lin, 2046));
        deliveries.await(command);
        id = some.of(ticket, command.bureau()).getFirst();
        some.due(command.bureau(), id);
        sending.look(command);
        path = path(links.make(command.bureau(), id.value()));
    }

    private static String path(String link) {
        return URI.create(link).getPath();
    }

    private MockHttpServletResponse perform(MockHttpServletRequestBuilder request, String address) throws Exception {
        MockHttpServletResponse response = web.perform(request.header("Accept", "text/html")
                        .header("Accept-Language", "en")
                        .with(one -> {
                            one.setRemoteAddr(address);
                            return one;
                        }))
                .andReturn()
                .getResponse();
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return response;
    }

    private MockHttpServletResponse look(String at) throws Exception {
        return perform(get(URI.create(at)), "192.0.2.1");
    }

    private MockHttpServletResponse send(String... namesAndValues) throws Exception {
        MockHttpServletRequestBuilder form = post(URI.create(path));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form = form.param(namesAndValues[i], namesAndValues[i + 1]);
        }
        return perform(form, "192.0.2.1");
    }

    private FollowUp now() {
        return followUps.get(lin, id);
    }

    /** FreeScout #1743, #1346: the scanner of mails gave the rating. */
    @Test
    void a_scanner_of_mails_that_follows_the_link_answers_nothing() throws Exception {
        int before = now().version();
        for (String query : List.of("", "?recovery=5&service=5", "?lang=en")) {
            assertThat(look(path + query).getStatus()).isEqualTo(200);
        }
        assertThat(perform(org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head(path), "192.0.2.1")
                        .getStatus())
                .isEqualTo(200);
        assertThat(now().version()).isEqualTo(before);
        assertThat(now().answer()).isNull();
        assertThat(look(path + "?recovery=5").getContentAsString())
                .containsPattern("name=\"recovery\" value=\"5\" checked");
    }

    @Test
    void the_page_needs_no_script_no_session_and_no_token_and_is_kept_nowhere() throws Exception {
        MockHttpServletResponse page = look(path);
        assertThat(page.getContentAsString())
                .contains("Was it put right?", "method=\"post\"")
                .doesNotContain("_csrf", "formKey", "客户2046", "宽带掉线");
        assertThat(page.getCookies()).isEmpty();
        assertThat(page.getHeader("Cache-Control")).contains("no-store");
        assertThat(page.getHeader("Content-Security-Policy"))
                .contains("default-src 'self'")
                .doesNotContain("unsafe");
        assertThat(page.getHeaders("Referrer-Policy")).containsExactly("no-referrer");
        assertThat(look(path + "?lang=zh-CN").getContentAsString()).contains("处理得怎么样");
    }

    @Test
    void an_answer_without_a_session_lands_and_a_second_one_changes_nothing() throws Exception {
        assertThat(send("recovery", "4", "service", "5", "recommend", "10", "elsewhere", "0", "words", "谢谢")
                        .getHeader("Location"))
                .isEqualTo(path);
        assertThat(look(path).getContentAsString()).contains("Thank you");
        send("recovery", "1", "service", "1");
        FollowUp.Answer answer = Objects.requireNonNull(now().answer());
        assertThat(answer.marks()).isEqualTo(new Marks(4, 5, null, null, 10, false));
        assertThat(answer.words()).isEqualTo("谢谢");
        assertThat(answer.enteredBy()).isNull();
    }

    @Test
    void what_is_missing_or_no_mark_comes_back_with_what_was_chosen() throws Exception {
        MockHttpServletResponse back = send("service", "3", "words", "<i>x</i>");
        assertThat(back.getStatus()).isEqualTo(422);
        assertThat(back.getContentAsString())
                .contains("Please choose one", "&lt;i&gt;x&lt;/i&gt;")
                .containsPattern("name=\"service\" value=\"3\" checked");
        for (String wrong : List.of("0", "6", "-1", "x", "99999999999")) {
            assertThat(send("recovery", wrong, "service", "3").getStatus()).isEqualTo(422);
        }
        assertThat(send("recovery", "3", "service", "3", "recommend", "11").getStatus())
                .isEqualTo(422);
        assertThat(send("recovery", "3", "service", "3", "words", "x".repeat(2001))
                        .getStatus())
                .isEqualTo(422);
        assertThat(now().answer()).isNull();
    }

    @Test
    void a_link_that_is_too_old_unknown_or_half_says_so_kindly() throws Exception {
        some.expire(command.bureau(), id);
        MockHttpServletResponse old = look(path);
        assertThat(old.getStatus()).isEqualTo(410);
        assertThat(old.getContentAsString()).contains("The questions have closed");
        assertThat(send("recovery", "5", "service", "5").getStatus()).isEqualTo(410);
        assertThat(now().answer()).isNull();
        for (String at : List.of(
                path.substring(0, path.length() - 1) + (path.endsWith("A") ? "B" : "A"),
                path.substring(0, path.length() - 4),
                "/answers/x",
                "/answers/999999999-" + "A".repeat(22))) {
            MockHttpServletResponse unknown = look(at);
            assertThat(unknown.getStatus()).isEqualTo(404);
            assertThat(unknown.getContentAsString()).contains("We do not know this link");
        }
    }

    @Test
    void who_tries_links_is_held_up_and_nobody_else() throws Exception {
        String address = "198.51.100." + command.bureau().value() % 250;
        for (int n = 0; n < Guesses.ALLOWED; n++) {
            String unknown = "/answers/1-" + "B".repeat(20) + (10 + n);
            assertThat(perform(get(URI.create(unknown)), address).getStatus()).isEqualTo(404);
        }
        String next = "/answers/1-" + "C".repeat(22);
        assertThat(perform(get(URI.create(next)), address).getStatus()).isEqualTo(429);
        assertThat(look(next).getStatus()).isEqualTo(404);
        assertThat(perform(get(URI.create(path)), address).getStatus())
                .as("whoever has a good link comes through, also from there")
                .isEqualTo(200);
        assertThat(perform(get(URI.create(next)).header("X-Forwarded-For", "203.0.113.9"), address)
                        .getStatus())
                .as("nobody says who they are by a header that nothing vouches for")
                .isEqualTo(429);
    }

    @Test
    void who_sends_what_cannot_be_taken_again_and_again_is_held_up_with_that_link_from_there() throws Exception {
        String address = "203.0.113." + command.bureau().value() % 250;
        for (int n = 0; n < Guesses.ALLOWED; n++) {
            assertThat(perform(post(URI.create(path)).param("recovery", "9"), address)
                            .getStatus())
                    .isEqualTo(422);
        }
        assertThat(perform(post(URI.create(path)).param("recovery", "9"), address)
                        .getStatus())
                .isEqualTo(429);
        assertThat(look(path).getStatus()).isEqualTo(200);
    }

    @Test
    void only_what_a_link_hashes_to_is_kept_and_that_of_the_reminder_is_good_too() throws Exception {
        String token = path.substring(path.indexOf('-') + 1);
        assertThat(jdbc.sql("select l::text from recovery.answer_link l where bureau = ?")
                        .param(command.bureau().value())
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .noneMatch(row -> row.contains(token));
        assertThat(look(path(links.make(command.bureau(), id.value()))).getStatus())
                .isEqualTo(200);
        assertThat(look(path).getStatus()).isEqualTo(200);
    }

    @Test
    void of_two_answers_at_once_one_counts_and_is_told_once() throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        List<Callable<Integer>> two = List.of("5", "4").stream()
                .<Callable<Integer>>map(mark -> () -> {
                    start.await();
                    return send("recovery", mark, "service", mark).getStatus();
                })
                .toList();
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            for (Future<Integer> sent : both.invokeAll(two)) {
                assertThat(sent.get()).isEqualTo(303);
            }
        }
        assertThat(jdbc.sql("""
                                select count(*) from recovery.follow_up_step
                                 where bureau = ? and follow_up = ? and what = 'ANSWERED'
                                """)
                        .params(command.bureau().value(), id.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        Marks marks = Objects.requireNonNull(now().answer()).marks();
        assertThat(marks.recovery()).isEqualTo(marks.service());
    }

    @Test
    void a_customer_who_is_not_content_is_called_by_somebody_else() throws Exception {
        send("recovery", "5", "service", "5", "elsewhere", "1");
        FollowUp.Callback call = Objects.requireNonNull(now().callback());
        assertThat(call.assigned()).isNotNull().isNotEqualTo(lin.staff());
    }
}
