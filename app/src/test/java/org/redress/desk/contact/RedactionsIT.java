package org.redress.desk.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@RedressIT
@Tag("S5.1")
class RedactionsIT {

    /** Of the number more than its end, which any id may have by chance, unless it is masked. */
    private static final String PERSONAL = "周慧芳|1234-?2046|[*]2046|zhou@example|枫林路";

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
                                "desk", null, "周慧芳", "13812342046", "+8613812342046", "zhou@example.org", "枫林路12号")),
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

    /** Every text of the bureau that still speaks of the customer, by its table. */
    private List<String> telling() {
        return jdbc.sql("""
                        select 'ticket' from ticket.ticket t where bureau = :b and t::text ~ :p
                        union all select 'step' from ticket.step t where bureau = :b and t::text ~ :p
                        union all select 'answer' from ticket.answer t where bureau = :b and t::text ~ :p
                        union all select 'contact' from contact.contact t where bureau = :b and t::text ~ :p
                        union all select 'message' from notification.message t where bureau = :b and t::text ~ :p
                        union all select 'customer' from party.customer t where bureau = :b and t::text ~ :p
                        union all select 'point' from party.contact_point t where bureau = :b and t::text ~ :p
                        union all select 'key' from party.identifying_key t where bureau = :b and t::text ~ :p
                        union all select 'findable' from party.findable t where bureau = :b and t::text ~ :p
                        union all select 'search' from search.document t where bureau = :b and plain ~ :p
                        union all select 'file' from attachment.attachment t where bureau = :b and t::text ~ :p
                        union all select 'bytes' from attachment.chunk where bureau = :b
                        union all select 'consent' from party.consent t where bureau = :b and t::text ~ :p
                        union all select 'draft' from contact.draft t where bureau = :b and t::text ~ :p
                        union all select 'trail' from trail.entry t where bureau = :b and t::text ~ :p
                        """)
                .param("b", command.bureau().value())
                .param("p", PERSONAL)
                .query((row, n) -> row.getString(1))
                .list();
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
                        "consent",
                        "draft",
                        "file",
                        "bytes",
                        "ticket",
                        "step",
                        "answer",
                        "contact",
                        "message",
                        "search",
                        "findable");
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
