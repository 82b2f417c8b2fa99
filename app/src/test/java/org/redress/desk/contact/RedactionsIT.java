package org.redress.desk.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.Step;
import org.redress.desk.ticket.StepResult;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketBoard;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.attachment.Attachment;
import org.redress.ground.attachment.Attachments;
import org.redress.ground.attachment.Holder;
import org.redress.ground.attachment.Sent;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.ground.notification.WaitingMails;
import org.redress.ground.party.Consents;
import org.redress.ground.party.CustomerDraft;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Customers;
import org.redress.ground.party.ReachPoint;
import org.redress.ground.party.Redactions;
import org.redress.ground.trail.Trail;
import org.redress.platform.database.Ids;
import org.redress.platform.web.Problem;
import org.redress.support.Browser;
import org.redress.support.Deliveries;
import org.redress.support.EveryText;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@RedressIT
@Tag("S5.1")
class RedactionsIT {

    /** Of the number more than its end, which any id may have by chance, unless it is masked. */
    private static final List<String> PERSONAL =
            List.of("周慧芳", "1234-2046", "12342046", "*2046", "zhou@example", "枫林路");

    private static final String MAILBOX = "zhou@example.org";

    @Autowired
    Offices offices;

    @Autowired
    Contacts contacts;

    @Autowired
    Tickets tickets;

    @Autowired
    TicketBoard board;

    @Autowired
    Customers customers;

    @Autowired
    Redactions redactions;

    @Autowired
    Attachments attachments;

    @Autowired
    Consents consents;

    @Autowired
    Drafts drafts;

    @Autowired
    Clock clock;

    @Autowired
    Trail trail;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc web;

    @Autowired
    WaitingMails mails;

    @Autowired
    EveryText texts;

    @Autowired
    Deliveries deliveries;

    private Actor command;
    private Actor lin;
    private Actor chief;
    private CustomerId zhou;
    private TicketId ticket;

    @BeforeEach
    void take() {
        command = offices.found();
        lin = offices.hire(command, Posts.AGENT, "2107");
        chief = offices.hire(command, Posts.GENERAL_MANAGER, "1");
        Contact contact = contacts.record(
                lin,
                new NewContact(
                        new ContactId(Ids.next()),
                        Channel.HOT_LINE,
                        new NewContact.Newcomer(new CustomerDraft(
                                "desk", null, "周慧芳", "13812342046", "+8613812342046", MAILBOX, "枫林路12号")),
                        "我是周慧芳，住枫林路12号，电话138-1234-2046。",
                        Mood.CALM,
                        null,
                        null,
                        new NewContact.Ticket(TicketKind.COMPLAINT, "周慧芳家宽带掉线", "枫林路12号", null)));
        ticket = Objects.requireNonNull(contact.matter().ticket());
        zhou = Objects.requireNonNull(contact.customer());
        Ticket now = tickets.get(lin, ticket);
        tickets.answer(lin, ticket, now.version(), Channel.EMAIL, "周慧芳女士：已派人到枫林路12号。");
    }

    private Attachment file() {
        attachments.add(
                lin,
                holder(),
                new Sent("周慧芳账单.txt", "", new ByteArrayInputStream("周慧芳".getBytes(StandardCharsets.UTF_8))));
        return attachments.list(lin, holder()).getFirst();
    }

    private Holder holder() {
        return new Holder("ticket", ticket.value());
    }

    private void end() {
        Ticket now = tickets.get(lin, ticket);
        assertThat(tickets.step(lin, ticket, now.version(), Step.CANCEL, "周慧芳撤回"))
                .isInstanceOf(StepResult.Done.class);
    }

    /** Every column in which the bureau can still read of the customer. */
    private Set<String> telling() {
        deliveries.await(command);
        return texts.telling(command.bureau(), PERSONAL);
    }

    /** A mail of theirs that waits, as the mailbox leaves it. */
    private UUID waiting() {
        UUID id = Ids.next();
        String raw = "From: <" + MAILBOX + ">\r\nMessage-ID: <" + id + "@example.org>\r\nSubject: x\r\n"
                + "Content-Type: text/plain; charset=utf-8\r\n\r\n我是周慧芳\r\n";
        jdbc.sql("""
                        insert into notification.mail
                          (bureau, id, message_id, from_address, subject, arrived_at, state, nature, fault, raw)
                        values (?, ?, ?, ?, '周慧芳又来信', now(), 'WAITING', 'PERSON', 'UNMATCHED', ?)
                        """)
                .params(command.bureau().value(), id, "<" + id + ">", MAILBOX, raw.getBytes(StandardCharsets.UTF_8))
                .update();
        return id;
    }

    @Test
    void afterwards_nobody_can_read_who_it_was_and_everything_that_was_done_stays() {
        Attachment file = file();
        consents.note(lin, zhou, ReachPoint.Kind.POST, false, "周慧芳来电说");
        drafts.save(
                lin,
                new ContactId(Ids.next()),
                Ids.next(),
                0,
                clock.instant(),
                Map.of("customer", zhou.value().toString(), "words", "周慧芳又来电"));
        end();
        assertThat(telling())
                .contains(
                        "party.consent.said",
                        "contact.draft.typed",
                        "attachment.attachment.name",
                        "attachment.chunk.bytes",
                        "ticket.ticket.subject",
                        "ticket.step.why",
                        "ticket.answer.text",
                        "contact.contact.words",
                        "notification.message.address",
                        "search.document.plain",
                        "party.findable.plain");
        redactions.redact(chief, zhou, "asked for by letter");

        assertThat(telling()).isEmpty();
        assertThat(attachments.list(lin, holder())).singleElement().satisfies(one -> {
            assertThat(one.redacted()).isTrue();
            assertThat(one.size()).isEqualTo(file.size());
        });
        assertThatThrownBy(() -> attachments.open(lin, file.id()))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo("attachment.redacted"));
        Ticket after = tickets.get(lin, ticket);
        assertThat(after.subject()).isEqualTo("▇▇▇家宽带掉线");
        assertThat(after.customer()).isEqualTo(zhou);
        assertThat(tickets.story(lin, ticket).entries()).hasSizeGreaterThan(3);
        assertThat(board.search(lin, "家宽带掉线", null, 5).cards()).hasSize(1);
        assertThat(customers.find(lin, "周慧芳", 5).cards()).isEmpty();
        assertThat(redactions.done(lin, zhou)).isPresent();
        assertThat(trail.of(command, "customer", zhou.value(), 3).getFirst()).satisfies(entry -> {
            assertThat(entry.deed()).isEqualTo("customer.redact");
            assertThat(entry.detail()).contains("asked for by letter");
        });
    }

    @Test
    void the_same_number_is_a_new_customer_afterwards() {
        end();
        redactions.redact(chief, zhou, "asked for by letter");
        assertThat(customers
                        .match(
                                lin,
                                List.of(new CustomerDraft(
                                        "desk", null, "周慧芳", "13812342046", "+8613812342046", null, null)))
                        .getFirst())
                .isNotEqualTo(zhou);
    }

    private void refused(Actor actor, String why, String code) {
        assertThatThrownBy(() -> redactions.redact(actor, zhou, why))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo(code));
    }

    @Test
    void it_needs_the_right_a_reason_and_nothing_in_hand_and_is_done_once() {
        refused(lin, "asked", "access.denied");
        refused(chief, " ", "redaction.why");
        refused(chief, "asked", "customer.redact.open");
        end();
        redactions.redact(chief, zhou, "asked");
        refused(chief, "asked", "customer.redacted");
        assertThatThrownBy(() -> redactions.redact(chief, new CustomerId(Ids.next()), "asked"))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo("customer.absent"));
    }

    @Test
    void a_mail_of_theirs_that_waits_is_seen_to_first_and_then_goes_with_the_others() {
        end();
        UUID mail = waiting();
        refused(chief, "asked", "customer.redact.mail");
        assertThat(telling())
                .contains("notification.mail.from_address", "notification.mail.subject", "notification.mail.raw");
        mails.putAside(lin, mail, "周慧芳已来电说明");
        assertThat(telling()).contains("notification.mail.detail");

        redactions.redact(chief, zhou, "asked");

        assertThat(telling()).isEmpty();
        assertThatThrownBy(() -> mails.open(lin, mail))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo("mail.finished"));
    }

    @Test
    void a_mail_of_somebody_else_stands_in_nobodys_way() {
        end();
        UUID mail = waiting();
        jdbc.sql("update notification.mail set from_address = 'other@example.org' where bureau = ? and id = ?")
                .params(command.bureau().value(), mail)
                .update();
        redactions.redact(chief, zhou, "asked");
        assertThat(mails.open(lin, mail).subject()).isNotEmpty();
    }

    @Test
    void the_page_offers_it_to_whoever_may_and_says_afterwards_that_it_was_done() throws Exception {
        end();
        String path = "/customers/" + zhou.value();
        assertThat(Browser.of(web, lin).look(path).page()).doesNotContain("Black out");
        Browser desk = Browser.of(web, chief);
        assertThat(desk.look(path).page()).contains("Black out personal data");
        assertThat(desk.send(path + "/redact", "why", "").page()).contains("Say why");
        assertThat(desk.send(path + "/redact", "why", "asked for by letter").next())
                .isEqualTo(path);
        assertThat(desk.look(path).page())
                .contains("was blacked out on")
                .doesNotContain("周慧芳")
                .doesNotContain("Black out personal data");
        assertThat(desk.look("/tickets/" + ticket.value()).page())
                .contains("Personal data blacked out")
                .doesNotContain("周慧芳");
    }
}
