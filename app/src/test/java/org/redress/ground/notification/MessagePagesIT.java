package org.redress.ground.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.ground.trail.Trail;
import org.redress.ground.trail.TrailEntry;
import org.redress.platform.database.Ids;
import org.redress.support.Browser;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@RedressIT
@Tag("S5.1")
class MessagePagesIT {

    private static final String TEMPLATE = "/messages/templates/ticket.closed/email/en";

    @Autowired
    PostRoom room;

    @Autowired
    Offices offices;

    @Autowired
    Trail trail;

    @Autowired
    MockMvc web;

    private Actor command;

    @BeforeEach
    void open() {
        room.open();
        command = offices.found();
    }

    private Browser browser(String post, String number) throws Exception {
        return Browser.of(web, offices.hire(command, post, number));
    }

    @Test
    void the_list_shows_every_state_and_a_dead_one_is_sent_again_by_its_button() throws Exception {
        MessageId dead =
                room.messages.send(command, PostRoom.broken(Ids.next(), "x")).id();
        room.messages.send(command, PostRoom.message(Ids.next(), "y", MessageChannel.SMS, "1", false, false));
        room.deliver(command, MessageChannel.SMS);
        Browser head = browser(Posts.HEAD, "1");

        assertThat(head.look("/messages").page())
                .contains("Not sent, no consent")
                .contains("T-1184273");
        String filtered = head.look("/messages?state=dead").page();
        assertThat(filtered).contains("The template asks for something").doesNotContain("13800000001");
        assertThat(head.look("/messages?state=held").page()).contains("No messages here");

        String path = "/messages/" + dead.value();
        assertThat(head.look(path).page()).contains("subject, replyBy").contains(path + "/resend");
        assertThat(head.send(path + "/resend").next()).isEqualTo(path);
        assertThat(room.messages.find(command, dead).orElseThrow().line().state())
                .isEqualTo(MessageState.WAITING);
        assertThat(head.send(path + "/resend").status()).isEqualTo(409);
        assertThat(head.look("/messages/" + Ids.next()).status()).isEqualTo(404);
    }

    @Test
    void a_letter_is_taken_to_be_printed_by_whoever_may_read_it_and_that_is_on_record() throws Exception {
        String address = "张伟\n河东区枫林路12号";
        UUID ticket = Ids.next();
        MessageId letter = sent(PostRoom.message(ticket, "letter", MessageChannel.LETTER, address, true, false));
        MessageId sms = sent(PostRoom.message(ticket, "sms", MessageChannel.SMS, "+8613800000001", true, false));
        String path = "/messages/" + letter.value();
        Browser head = browser(Posts.HEAD, "1");
        assertThat(head.look(path).page()).doesNotContain("letter.pdf");
        assertThat(head.look(path + "/letter.pdf").status()).as("not sent yet").isEqualTo(404);

        room.deliver(command, MessageChannel.LETTER);
        room.deliver(command, MessageChannel.SMS);
        assertThat(head.look(path).page()).contains(path + "/letter.pdf", "PDF to print");
        try (PDDocument pdf = Loader.loadPDF(head.bytes(path + "/letter.pdf"))) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("张伟", "河东区枫林路12号", "T-1184273", "宽带掉线");
        }
        assertThat(trail.of(command, Messages.KIND, letter.value(), 5))
                .extracting(TrailEntry::deed)
                .containsOnlyOnce("message.print");

        assertThat(head.look("/messages?state=letters").page())
                .contains(path + "/letter.pdf", "Letters to print")
                .doesNotContain(sms.value().toString());
        assertThat(head.look("/messages/" + sms.value() + "/letter.pdf").status())
                .isEqualTo(404);
        assertThat(browser(Posts.AGENT, "2").look(path + "/letter.pdf").status())
                .isEqualTo(403);
        assertThat(Browser.of(web, offices.hire(offices.found(), Posts.HEAD, "1"))
                        .look(path + "/letter.pdf")
                        .status())
                .isEqualTo(404);
    }

    private MessageId sent(Message message) {
        return room.messages.send(command, message).id();
    }

    @Test
    void an_agent_sees_the_bell_and_no_list() throws Exception {
        Browser agent = browser(Posts.AGENT, "1");
        assertThat(agent.look("/messages").status()).isEqualTo(403);
        assertThat(agent.look("/messages/templates").status()).isEqualTo(403);
        String mine = agent.look("/messages/mine").page();
        assertThat(mine).contains("No messages yet").contains("r-bell").contains("No unread messages");
    }

    @Test
    void the_bell_counts_and_opening_leads_to_the_subject_and_marks_it_as_read() throws Exception {
        Actor person = offices.hire(command, Posts.AGENT, "1");
        Browser agent = Browser.of(web, person);
        room.messages.send(
                command,
                new Message(
                        "task.assigned",
                        MessageChannel.IN_APP,
                        Locale.ENGLISH,
                        Recipient.staff(person.staff()),
                        new About("ticket", Ids.next(), "T-1184273", "/desk?view=open"),
                        "task",
                        Map.of("number", "T-1184273", "subject", "<b>noise</b>", "task", "measure", "due", "18:00"),
                        false));
        room.deliver(command, MessageChannel.IN_APP);

        String mine = agent.look("/messages/mine").page();
        assertThat(mine).contains("1 unread message");
        assertThat(mine)
                .contains("A task of T-1184273 is yours")
                .contains("&lt;b&gt;noise")
                .doesNotContain("<b>noise");
        InboxEntry entry = room.inbox.list(person, true, null, 5).getFirst();
        assertThat(agent.send("/messages/mine/" + entry.id() + "/open").next()).isEqualTo("/desk?view=open");
        assertThat(agent.look("/messages/mine").page()).contains("No unread messages");
        agent.send("/messages/mine/" + entry.id() + "/unread");
        assertThat(room.inbox.unread(person, 10)).isEqualTo(1);
        agent.send("/messages/mine/read", "upTo", entry.id().toString());
        assertThat(room.inbox.unread(person, 10)).isZero();
    }

    @Test
    void a_template_is_looked_at_saved_once_and_refused_with_its_error() throws Exception {
        Browser quality = browser(Posts.QUALITY, "1");
        assertThat(quality.look("/messages/templates").page()).contains(TEMPLATE);
        assertThat(quality.look(TEMPLATE).page()).contains("{{number}}").contains("Version 1");

        String preview = quality.send(TEMPLATE + "/preview", "seen", "1", "title", "T", "body", "See {{subject}}")
                .page();
        assertThat(preview).contains("See Broadband drops").contains("See {{subject}}");

        Browser.Answer refused = quality.send(TEMPLATE, "seen", "1", "title", "T", "body", "See {{customer}}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page()).contains("f-body-e").contains("customer").contains("number, subject");

        String key = java.util.UUID.randomUUID().toString();
        for (int click = 0; click < 2; click++) {
            assertThat(quality.sendAgain(key, TEMPLATE, "seen", "1", "title", "T", "body", "See {{subject}}")
                            .next())
                    .isEqualTo(TEMPLATE);
        }
        assertThat(quality.look(TEMPLATE).page()).contains("Version 2").doesNotContain("Version 3");
        Browser.Answer tested = quality.send(TEMPLATE + "/test", "address", "me@example.org");
        assertThat(quality.look(tested.next()).page()).contains("m***@example.org");
        assertThat(quality.send(TEMPLATE + "/test", "address", "").status()).isEqualTo(422);

        Browser head = browser(Posts.HEAD, "2");
        assertThat(head.look(TEMPLATE).page()).doesNotContain("/preview");
        assertThat(head.send(TEMPLATE, "seen", "2", "title", "T", "body", "x").status())
                .isEqualTo(403);
    }
}
