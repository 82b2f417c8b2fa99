package org.redress.desk.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.platform.web.Problem;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.MockMvc;

@RedressIT
@Tag("S4.2")
@Tag("S4.3")
class DiagnosisIT {

    @Autowired
    private Offices offices;

    @Autowired
    private Tickets tickets;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private UserDetailsService signIn;

    @Autowired
    private MockMvc pages;

    private Actor agent;
    private String name;

    @BeforeEach
    void found() {
        Actor command = offices.found();
        agent = offices.hire(command, Posts.AGENT, "2");
        name = Offices.signIn(command, "2");
    }

    @Test
    void whose_doing_it_was_and_what_failed_are_said_with_evidence_and_stand_on_the_ticket() throws Exception {
        Ticket ticket = ticket();

        tickets.classify(
                agent,
                ticket.id(),
                ticket.version(),
                "no-service",
                new Diagnosis(FailureKind.OUTCOME, "线路测试断线", Attribution.THIRD_PARTY, "施工队 <挖断> 光缆的照片"));

        assertThat(page(ticket))
                .contains("第三方原因", "施工队 &lt;挖断&gt; 光缆的照片", "结果失误", "线路测试断线")
                .contains("由我方跟到底");
    }

    @Test
    void without_evidence_nobody_is_blamed() {
        Ticket ticket = ticket();

        for (Attribution whose : Attribution.values()) {
            refused(ticket, new Diagnosis(null, "", whose, " \n "), "attributionEvidence");
        }
        for (FailureKind what : FailureKind.values()) {
            refused(ticket, new Diagnosis(what, "", Attribution.PROVIDER, "记录"), "kindEvidence");
        }
        assertThat(tickets.get(agent, ticket.id()).classified()).isNull();
    }

    private void refused(Ticket ticket, Diagnosis diagnosis, String field) {
        assertThatThrownBy(() -> tickets.classify(agent, ticket.id(), ticket.version(), "no-service", diagnosis))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.code()).isEqualTo("ticket.text.missing");
                    assertThat(problem.field()).isEqualTo(field);
                });
    }

    @Test
    void what_was_decided_before_evidence_was_asked_for_stays_valid() throws Exception {
        Ticket ticket = ticket();
        tickets.classify(agent, ticket.id(), ticket.version(), "no-service");
        jdbc.sql(
                        "update ticket.ticket set attribution = 'BEYOND_CONTROL', failure_kind = 'PROCESS' where bureau = ? and id = ?")
                .params(agent.bureau().value(), ticket.id().value())
                .update();

        assertThat(page(ticket)).contains("不可抗力", "过程失误");
        assertThat(Objects.requireNonNull(tickets.get(agent, ticket.id()).classified())
                        .attributionEvidence())
                .isNull();
    }

    @Test
    void a_form_without_evidence_comes_back_with_what_was_typed() throws Exception {
        Ticket ticket = ticket();

        String back = pages.perform(post("/tickets/" + ticket.id().value() + "/classify")
                        .param("formKey", UUID.randomUUID().toString())
                        .param("version", Integer.toString(ticket.version()))
                        .param("failureType", "no-service")
                        .param("failureKind", "OUTCOME")
                        .param("kindEvidence", "测试断线")
                        .param("attribution", "THIRD_PARTY")
                        .with(user(signIn.loadUserByUsername(name)))
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(back).contains("id=\"f-attribution-evidence-e\"", "测试断线");
        assertThat(tickets.get(agent, ticket.id()).classified()).isNull();
    }

    private Ticket ticket() {
        return tickets.open(
                agent, new NewTicket(TicketKind.FAULT, Channel.HOT_LINE, "", "断网，上不了网", null, null, null, null));
    }

    private String page(Ticket ticket) throws Exception {
        return pages.perform(get("/tickets/" + ticket.id().value()).with(user(signIn.loadUserByUsername(name))))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
