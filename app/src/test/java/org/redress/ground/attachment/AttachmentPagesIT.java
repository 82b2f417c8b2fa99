package org.redress.ground.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.NewTicket;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

@RedressIT
@Tag("S5.1")
class AttachmentPagesIT {

    @Autowired
    MockMvc web;

    @Autowired
    Attachments attachments;

    @Autowired
    Tickets tickets;

    @Autowired
    Offices offices;

    @Autowired
    UserDetailsService users;

    private Actor command;
    private Actor agent;
    private Holder ticket;
    private String page;

    @BeforeEach
    void open() {
        command = offices.found();
        agent = offices.hire(command, Posts.AGENT, "1");
        ticket = new Holder(
                "ticket",
                tickets.open(
                                agent,
                                new NewTicket(
                                        TicketKind.COMPLAINT, Channel.COUNTER, "话费争议", "多收了", null, null, null, null))
                        .id()
                        .value());
        page = "/tickets/" + ticket.subject();
    }

    @Test
    void a_file_is_added_from_the_tickets_page_and_saved_from_there() throws Exception {
        assertThat(look(page, new MockHttpSession(), "1", "zh-CN").getContentAsString(StandardCharsets.UTF_8))
                .contains("还没有附件", "multipart/form-data", "name=\"file\"", "单个不超过20MB");

        MockHttpServletResponse sent = send("../三月<账单>.pdf", "application/pdf", SomeFiles.pdf(), "1", key());

        assertThat(sent.getStatus()).isEqualTo(303);
        assertThat(sent.getHeader("Location")).isEqualTo(page + "?view=mine");
        Attachment kept = attachments.list(agent, ticket).getFirst();
        assertThat(look(page, new MockHttpSession(), "1", "en").getContentAsString(StandardCharsets.UTF_8))
                .contains("href=\"/attachments/" + kept.id().value() + "\"", "三月_账单_.pdf", "1 KB");
        MockHttpServletResponse file = look("/attachments/" + kept.id().value(), new MockHttpSession(), "1", "en");
        assertThat(file.getContentAsByteArray()).isEqualTo(SomeFiles.pdf());
        assertThat(file.getContentType()).isEqualTo("application/pdf");
        assertThat(file.getHeader("Content-Disposition"))
                .startsWith("attachment;")
                .contains("filename*=UTF-8''");
        assertThat(file.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(file.getHeaders("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("default-src 'none'", "sandbox");
    }

    @Test
    void a_refused_file_comes_back_to_the_page_with_the_reason_in_the_readers_language() throws Exception {
        MockHttpSession session = new MockHttpSession();

        MockHttpServletResponse sent = send(session, "账单.pdf", "application/pdf", SomeFiles.program(), "1", key());

        assertThat(sent.getStatus()).isEqualTo(303);
        String next = Objects.requireNonNull(sent.getHeader("Location"));
        assertThat(look(next, session, "1", "zh-CN").getContentAsString(StandardCharsets.UTF_8))
                .contains("这是程序或脚本，不能作为附件", "id=\"attachment-file-e\"", "aria-invalid=\"true\"");
        assertThat(attachments.list(agent, ticket)).isEmpty();
    }

    @Test
    void nothing_chosen_is_told_like_an_empty_file() throws Exception {
        MockHttpSession session = new MockHttpSession();

        send(session, "", "application/octet-stream", new byte[0], "1", key());

        assertThat(look(page + "?view=mine", session, "1", "zh-CN").getContentAsString(StandardCharsets.UTF_8))
                .contains("文件是空的");
    }

    @Test
    void a_second_click_adds_nothing() throws Exception {
        String key = key();
        send("a.pdf", "application/pdf", SomeFiles.pdf(1), "1", key);

        assertThat(send("a.pdf", "application/pdf", SomeFiles.pdf(2), "1", key).getStatus())
                .isEqualTo(303);

        assertThat(attachments.list(agent, ticket)).hasSize(1);
    }

    @Test
    void a_colleague_elsewhere_sees_the_files_and_no_form_and_strangers_see_nothing() throws Exception {
        send("a.pdf", "application/pdf", SomeFiles.pdf(), "1", key());
        offices.hireElsewhere(command, Posts.AGENT, "2");
        UUID id = attachments.list(agent, ticket).getFirst().id().value();

        assertThat(look(page, new MockHttpSession(), "2", "en").getContentAsString(StandardCharsets.UTF_8))
                .contains("/attachments/" + id)
                .doesNotContain("id=\"attachment-file\"");
        assertThat(send("b.pdf", "application/pdf", SomeFiles.pdf(2), "2", key())
                        .getStatus())
                .isEqualTo(403);
        Actor other = offices.found();
        offices.hire(other, Posts.HEAD, "9");
        assertThat(web.perform(get("/attachments/" + id)
                                .with(user(users.loadUserByUsername(Offices.signIn(other, "9")))))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private MockHttpServletResponse look(String path, MockHttpSession session, String number, String language)
            throws Exception {
        MvcResult result = web.perform(get(URI.create(path))
                        .session(session)
                        .header("Accept", "text/html")
                        .header("Accept-Language", language)
                        .with(user(users.loadUserByUsername(Offices.signIn(command, number)))))
                .andReturn();
        return result.getResponse();
    }

    private MockHttpServletResponse send(String name, String type, byte[] bytes, String number, String key)
            throws Exception {
        return send(new MockHttpSession(), name, type, bytes, number, key);
    }

    private MockHttpServletResponse send(
            MockHttpSession session, String name, String type, byte[] bytes, String number, String key)
            throws Exception {
        return web.perform(multipart(URI.create("/attachments/ticket/" + ticket.subject() + "?view=mine"))
                        .file(new MockMultipartFile("file", name, type, bytes))
                        .param("formKey", key)
                        .session(session)
                        .header("Accept", "text/html")
                        .header("Accept-Language", "zh-CN")
                        .with(csrf())
                        .with(user(users.loadUserByUsername(Offices.signIn(command, number)))))
                .andReturn()
                .getResponse();
    }
}
