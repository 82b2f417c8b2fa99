package org.redress.desk.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.NewTicket;
import org.redress.desk.ticket.Step;
import org.redress.desk.ticket.StepResult;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.TicketState;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.attachment.Attachment;
import org.redress.ground.attachment.Attachments;
import org.redress.ground.attachment.Holder;
import org.redress.ground.commitment.Commitments;
import org.redress.ground.commitment.Subject;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.ground.notification.About;
import org.redress.ground.notification.IncomingMail;
import org.redress.ground.notification.IncomingMails;
import org.redress.ground.notification.MailFault;
import org.redress.ground.notification.MailNature;
import org.redress.ground.notification.Message;
import org.redress.ground.notification.MessageChannel;
import org.redress.ground.notification.MessageId;
import org.redress.ground.notification.Messages;
import org.redress.ground.notification.Recipient;
import org.redress.ground.notification.SendResult;
import org.redress.ground.notification.WaitingMails;
import org.redress.ground.party.CustomerDraft;
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
class MailContactsIT {

    private static final String ZHOU = "zhou@example.org";

    @Autowired
    Offices offices;

    @Autowired
    MailToMatter taker;

    @Autowired
    MailContacts mails;

    @Autowired
    Contacts contacts;

    @Autowired
    IncomingMails mailroom;

    @Autowired
    WaitingMails queue;

    @Autowired
    Attachments attachments;

    @Autowired
    Commitments commitments;

    @Autowired
    MailAnswering answering;

    @Autowired
    Drafts drafts;

    @Autowired
    Tickets tickets;

    @Autowired
    Messages messages;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc web;

    private Actor command;
    private Actor lin;
    private Actor gao;
    private Ticket ticket;

    @BeforeEach
    void open() {
        command = offices.found();
        lin = offices.hire(command, Posts.AGENT, "2107");
        gao = offices.hire(command, Posts.AGENT, "2108");
        ticket = tickets.open(
                lin,
                new NewTicket(
                        TicketKind.COMPLAINT,
                        Channel.EMAIL,
                        "宽带晚上掉线",
                        "每天八点以后就断。",
                        new CustomerDraft("desk", null, "周女士", null, null, ZHOU, null),
                        null,
                        null,
                        null));
    }

    private IncomingMail mail(String from, @Nullable String mark, @Nullable MessageId answers, String text) {
        UUID id = Ids.next();
        return new IncomingMail(
                id,
                "<" + id + "@example.org>",
                List.of(),
                mark,
                answers,
                from,
                "周女士",
                "又断了",
                text,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                List.of(),
                MailNature.PERSON);
    }

    /** A mail that waits, as the mailbox leaves it. */
    private UUID waiting(String from, String subject) {
        UUID id = Ids.next();
        Instant now = clock.instant();
        String raw = "From: Zhou <" + from + ">\r\nMessage-ID: <" + id + "@example.org>\r\nSubject: " + subject
                + "\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n又断了\r\n";
        jdbc.sql("""
                        insert into notification.mail
                          (bureau, id, message_id, from_address, subject, arrived_at, state, nature, fault, raw)
                        values (?, ?, ?, ?, ?, ?, 'WAITING', 'PERSON', 'UNMATCHED', ?)
                        """)
                .params(
                        command.bureau().value(),
                        id,
                        "<" + id + ">",
                        from,
                        subject,
                        java.sql.Timestamp.from(now),
                        raw.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .update();
        return id;
    }

    private String mark() {
        return ticket.number().toString();
    }

    private Contact contact(UUID id) {
        return contacts.get(lin, new ContactId(id));
    }

    private int bells(Actor person) {
        return jdbc.sql(
                        "select count(*) from notification.message where bureau = ? and code = 'contact.spoke' and address = ?")
                .params(command.bureau().value(), person.staff().value().toString())
                .query(Integer.class)
                .single();
    }

    /** A mail of ours about the ticket. */
    private MessageId sent(String to) {
        return ((SendResult.Accepted) messages.send(
                        command,
                        new Message(
                                "ticket.closed",
                                MessageChannel.EMAIL,
                                Locale.ENGLISH,
                                Recipient.address(to, true),
                                new About(
                                        "ticket",
                                        ticket.id().value(),
                                        mark(),
                                        "/tickets/" + ticket.id().value()),
                                "test " + to,
                                java.util.Map.of(),
                                false)))
                .id();
    }

    /** Odoo #40591: a second mail of the customer landed as an internal note. */
    @Test
    void an_answer_of_the_customer_is_a_contact_on_the_ticket_and_whoever_answers_for_it_hears() {
        IncomingMail mail = mail("Zhou@Example.org", mark(), sent(ZHOU), "今晚又断了三次");
        assertThat(taker.take(command.bureau(), mail)).isTrue();

        Contact contact = contact(mail.id());
        assertThat(contact.outcome()).isEqualTo(Outcome.ADDED);
        assertThat(contact.channel()).isEqualTo(Channel.EMAIL);
        assertThat(contact.mood()).isEqualTo(Mood.UNKNOWN);
        assertThat(contact.takenBy()).isEqualTo(lin.staff());
        assertThat(contact.customer()).isEqualTo(ticket.customer());
        assertThat(contact.words()).isEqualTo("又断了\n\n今晚又断了三次");
        assertThat(contact.matter().ticket()).isEqualTo(ticket.id());
        assertThat(bells(lin)).isEqualTo(1);
    }

    /** A sender's name can be forged, and numbers can be guessed. */
    @Test
    void a_number_alone_makes_no_contact_even_under_the_customers_name() {
        IncomingMail forged = mail(ZHOU, mark(), null, "close it");
        assertThat(taker.take(command.bureau(), forged)).isFalse();
        assertThat(contacts.find(lin, new ContactId(forged.id()))).isEmpty();
    }

    /** Zammad #1404: hidden tickets were open to whoever guessed the number. */
    @Test
    void a_number_gives_a_stranger_no_right() {
        IncomingMail stranger = mail("stranger@example.org", mark(), null, "please close it");
        assertThat(taker.take(command.bureau(), stranger)).isFalse();
        assertThat(contacts.find(lin, new ContactId(stranger.id()))).isEmpty();
        assertThat(tickets.get(lin, ticket.id()).version()).isEqualTo(ticket.version());
    }

    @Test
    void an_answer_to_our_mail_belongs_to_its_ticket_without_a_number() {
        MessageId sent = sent("other@example.org");
        IncomingMail mail = mail("other@example.org", null, sent, "还没好");
        assertThat(taker.take(command.bureau(), mail)).isTrue();
        assertThat(contact(mail.id()).matter().ticket()).isEqualTo(ticket.id());
        assertThat(taker.take(command.bureau(), mail("third@example.org", null, sent, "hello")))
                .isFalse();
    }

    @Test
    void a_mail_after_the_end_waits_for_a_persons_yes() {
        Ticket now = tickets.get(lin, ticket.id());
        StepResult cancelled = tickets.step(lin, ticket.id(), now.version(), Step.CANCEL, "客户撤回");
        assertThat(cancelled).isInstanceOf(StepResult.Done.class);
        IncomingMail mail = mail(ZHOU, mark(), sent(ZHOU), "谢谢");
        assertThat(taker.take(command.bureau(), mail)).isTrue();
        assertThat(contact(mail.id()).outcome()).isEqualTo(Outcome.WAITING);
        assertThat(tickets.get(lin, ticket.id()).state()).isEqualTo(TicketState.CANCELLED);
    }

    @Test
    @Tag("S5.3")
    void a_mail_that_cannot_be_read_waits_for_a_person_within_a_limit_and_has_somebody_who_answers_for_it()
            throws Exception {
        Actor head = offices.hire(command, Posts.HEAD, "2001");
        mailroom.receive(
                command.bureau(),
                "Content-Type: multipart/mixed; boundary=x\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        MailContacts.Waiting dead = mails.list(lin, null, 10).getLast();
        assertThat(dead.mail().fault()).isEqualTo(MailFault.UNREADABLE);
        assertThat(dead.due()).isAfter(clock.instant());
        UUID id = dead.mail().id();
        assertThat(answering.matters(command.bureau(), List.of(id)).get(id))
                .satisfies(matter -> assertThat(matter.responsible()).isEqualTo(head.staff()));
        assertThat(Browser.of(web, lin).look("/contacts/mails/" + id).page()).contains("Cannot be read; kept whole");
        mails.putAside(lin, id, "广告");
        assertThat(mails.list(lin, null, 10)).isEmpty();
        assertThat(commitments.of(command, new Subject("mail", id)))
                .singleElement()
                .satisfies(one -> assertThat(one.endedAt()).isNotNull());
    }

    @Test
    void a_mail_that_was_too_large_is_taken_on_by_what_its_headers_say() throws Exception {
        UUID id = waiting("zhou@example.org", "照片太多");
        jdbc.sql("update notification.mail set state = 'DEAD', fault = 'TOO_LARGE', raw = null where id = ?")
                .param(id)
                .update();
        assertThat(Browser.of(web, lin).look("/contacts/mails/" + id).page()).contains("照片太多");
        assertThat(mails.take(lin, id, false)).isInstanceOf(MailContacts.TakenOn.Mine.class);
    }

    @Test
    @Tag("S8.6")
    void whoever_adds_a_mail_to_a_ticket_notes_how_the_customer_reads() throws Exception {
        UUID id = arrived(withFile("daughter@example.org", "For my mother [" + mark() + "]"));
        Browser desk = Browser.of(web, lin);
        assertThat(desk.look("/contacts/mails/" + id).page())
                .contains("<option value=\"UNKNOWN\">", "value=\"FURIOUS\"");

        desk.send(
                "/contacts/mails/" + id + "/add", "ticket", ticket.id().value().toString(), "mood", "FURIOUS");

        assertThat(contact(id).mood()).isEqualTo(Mood.FURIOUS);
    }

    @Test
    void a_mail_whose_words_are_longer_than_a_contact_is_kept_whole() {
        UUID id = arrived("From: Zhou <" + ZHOU + ">\r\nMessage-ID: <" + Ids.next() + "@example.org>\r\nSubject: "
                + mark() + "\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
                + "长".repeat(Spoken.LONGEST + 1) + "\r\n");
        mails.add(lin, id, ticket.id(), Mood.UNKNOWN);
        assertThat(contact(id).words()).endsWith("…");
        assertThat(queue.keeps(lin, id)).isTrue();
    }

    @Test
    void what_says_nothing_or_names_nothing_is_for_a_person() {
        assertThat(taker.take(command.bureau(), mail(ZHOU, null, null, "又断了"))).isFalse();
        assertThat(taker.take(command.bureau(), mail(ZHOU, "T-00000001", null, "又断了")))
                .isFalse();
        assertThat(taker.take(command.bureau(), mail(ZHOU, mark(), sent(ZHOU), "长".repeat(Spoken.LONGEST))))
                .isFalse();
    }

    @Test
    void whoever_takes_a_mail_on_finds_it_filled_in_and_it_becomes_one_contact() {
        UUID id = waiting(ZHOU, "Rechnung");
        assertThat(mails.list(lin, null, 10)).singleElement().satisfies(one -> {
            assertThat(one.mail().id()).isEqualTo(id);
            assertThat(one.holder()).isNull();
        });
        assertThat(mails.take(lin, id, false)).isEqualTo(new MailContacts.TakenOn.Mine(new ContactId(id)));
        Draft draft = drafts.find(lin, new ContactId(id)).orElseThrow();
        assertThat(draft.typed())
                .containsEntry("channel", "EMAIL")
                .containsEntry("words", "Rechnung\n\n又断了")
                .containsEntry(
                        "customer",
                        Objects.requireNonNull(ticket.customer()).value().toString());
        assertThat(mails.take(gao, id, false)).isEqualTo(new MailContacts.TakenOn.Held(lin.staff()));
        assertThat(mails.take(gao, id, true)).isEqualTo(new MailContacts.TakenOn.Mine(new ContactId(id)));
        assertThat(drafts.find(lin, new ContactId(id))).isEmpty();

        Contact contact = contacts.record(
                gao,
                new NewContact(
                        new ContactId(id),
                        Channel.EMAIL,
                        new NewContact.Anonymous(),
                        "又断了",
                        Mood.CALM,
                        null,
                        null,
                        new NewContact.Ticket(TicketKind.FAULT, "", null, null)));
        assertThat(contact.takenBy()).isEqualTo(gao.staff());
        assertThat(mails.list(lin, null, 10)).isEmpty();
        assertThatThrownBy(() -> mails.take(lin, id, true))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo("mail.finished"));
    }

    @Test
    void a_person_may_add_a_mail_to_the_ticket_that_it_names_or_put_it_aside() throws Exception {
        UUID named = waiting("daughter@example.org", "For my mother [" + mark() + "]");
        UUID advert = waiting("shop@example.org", "<b>Buy</b>");
        Browser desk = Browser.of(web, lin);
        assertThat(desk.look("/contacts").page()).contains("Mails waiting: 2");
        assertThat(desk.look("/contacts/mails").page()).contains("&lt;b&gt;Buy", "Nobody yet");
        assertThat(desk.look("/contacts/mails/" + named).page()).contains("Add to " + mark(), "又断了");

        Browser.Answer added = desk.send(
                "/contacts/mails/" + named + "/add",
                "ticket",
                ticket.id().value().toString());
        assertThat(added.next()).isEqualTo("/tickets/" + ticket.id().value());
        assertThat(contact(named).outcome()).isEqualTo(Outcome.ADDED);
        assertThat(contact(named).customer()).isNotEqualTo(ticket.customer());
        assertThat(desk.look("/contacts/mails/" + named).next()).isEqualTo("/contacts/" + named);

        assertThat(desk.send("/contacts/mails/" + advert + "/aside", "why", " ").page())
                .contains("Something must be written here.");
        assertThat(desk.send("/contacts/mails/" + advert + "/aside", "why", "advertising")
                        .next())
                .isEqualTo("/contacts/mails");
        assertThat(desk.look("/contacts/mails").page()).contains("No mail waits");
        assertThat(desk.look("/contacts/mails/" + advert).status()).isEqualTo(409);
        assertThat(desk.look("/contacts/mails/" + Ids.next()).status()).isEqualTo(404);
    }

    private UUID inThread(String from, String references, String inReplyTo) {
        return arrived(
                "From: <" + from + ">\r\nMessage-ID: <" + Ids.next() + "@example.org>\r\nReferences: " + references
                        + "\r\nIn-Reply-To: " + inReplyTo
                        + "\r\nSubject: Re: Broadband\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n还没好\r\n");
    }

    @Test
    void a_second_mail_in_a_thread_is_put_before_a_person_with_the_ticket_of_the_first() throws Exception {
        String id = "<" + Ids.next() + "@mail.example.org>";
        UUID first = arrived("From: <" + ZHOU + ">\r\nMessage-ID: " + id
                + "\r\nSubject: Broadband\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n没网\r\n");
        Browser desk = Browser.of(web, lin);
        String others = java.util.stream.IntStream.range(0, 40)
                .mapToObj(n -> "<" + n + "@other.example.org>")
                .collect(java.util.stream.Collectors.joining("\r\n "));
        UUID early = inThread(ZHOU, others, id);
        assertThat(desk.look("/contacts/mails/" + early).page())
                .as("the first is nothing yet")
                .doesNotContain("Add to");

        contacts.record(
                lin,
                new NewContact(
                        new ContactId(first),
                        Channel.EMAIL,
                        new NewContact.Known(Objects.requireNonNull(ticket.customer())),
                        "没网",
                        Mood.CALM,
                        null,
                        null,
                        new NewContact.About(ticket.id())));
        assertThat(contacts.find(lin, new ContactId(early)))
                .as("a person decides")
                .isEmpty();
        assertThat(desk.look("/contacts/mails/" + early).page())
                .contains("It goes on with a mail that belongs to the ticket", "Add to " + mark());
        UUID stranger = inThread("stranger@example.org", id, "<unknown@example.org>");
        assertThat(contacts.find(lin, new ContactId(stranger))).isEmpty();
        assertThat(desk.send(
                                "/contacts/mails/" + early + "/add",
                                "ticket",
                                ticket.id().value().toString())
                        .next())
                .isEqualTo("/tickets/" + ticket.id().value());
        assertThat(contact(early).matter().ticket()).isEqualTo(ticket.id());
        assertThat(contact(early).customer()).isEqualTo(ticket.customer());
    }

    @Test
    void the_files_of_a_mail_go_with_it_and_what_is_refused_is_named_and_kept() throws Exception {
        String raw = "From: Zhou <" + ZHOU + ">\r\nMessage-ID: <" + Ids.next() + "@example.org>\r\nIn-Reply-To: "
                + org.redress.ground.notification.MailMark.messageId(sent(ZHOU), mark(), "redress.example")
                + "\r\nSubject: Bill\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
                + "--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n账单见附件\r\n"
                + "--b\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename=\"bill.txt\"\r\n\r\n"
                + "total 42\r\n"
                + "--b\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename=\"tool.exe\"\r\n"
                + "Content-Transfer-Encoding: base64\r\n\r\nTVqQAAMAAAAEAAAA//8AALgAAAA=\r\n--b--\r\n";
        mailroom.receive(command.bureau(), raw.getBytes(java.nio.charset.StandardCharsets.UTF_8));

        Contact contact = contacts.ofTicket(lin, ticket.id()).getFirst();
        assertThat(contact.words()).contains("账单见附件");
        assertThat(attachments.list(lin, new Holder("ticket", ticket.id().value())))
                .extracting(Attachment::name)
                .containsExactly("bill.txt");
        assertThat(Browser.of(web, lin).look("/tickets/" + ticket.id().value()).page())
                .contains("tool.exe: not taken: a kind of file that a desk does not open");
        assertThat(jdbc.sql("select state || ' ' || (raw is not null) from notification.mail where bureau = ?")
                        .param(command.bureau().value())
                        .query((row, n) -> row.getString(1))
                        .list())
                .containsExactly("TAKEN true");
    }

    @Test
    void a_colleague_who_records_a_call_about_my_ticket_lets_me_know() {
        contacts.record(
                gao,
                new NewContact(
                        new ContactId(Ids.next()),
                        Channel.HOT_LINE,
                        new NewContact.Anonymous(),
                        "她来催了",
                        Mood.ANGRY,
                        null,
                        null,
                        new NewContact.About(ticket.id())));
        assertThat(bells(lin)).isEqualTo(1);
        assertThat(bells(gao)).isZero();
    }

    private String withFile(String from, String subject) {
        return "From: <" + from + ">\r\nMessage-ID: <" + Ids.next() + "@example.org>\r\nSubject: " + subject
                + "\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
                + "--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n见附件\r\n"
                + "--b\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename=\"bill.txt\"\r\n\r\n"
                + "total 42\r\n--b--\r\n";
    }

    private UUID arrived(String raw) {
        mailroom.receive(command.bureau(), raw.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return mails.list(lin, null, 10).getLast().mail().id();
    }

    @Test
    void a_colleague_of_another_unit_adds_a_mail_with_its_file_to_a_ticket_of_mine() {
        UUID id = arrived(withFile("daughter@example.org", "For my mother [" + mark() + "]"));
        Actor elsewhere = offices.hireElsewhere(command, Posts.AGENT, "3101");
        assertThat(mails.add(elsewhere, id, ticket.id(), Mood.UNKNOWN).outcome())
                .isEqualTo(Outcome.ADDED);
        assertThat(attachments.list(lin, new Holder("ticket", ticket.id().value())))
                .hasSize(1);
    }

    @Test
    void the_files_of_a_mail_that_ends_with_an_answer_stay_with_the_mail() throws Exception {
        UUID id = arrived(withFile("new@example.org", "Question"));
        contacts.record(
                lin,
                new NewContact(
                        new ContactId(id),
                        Channel.EMAIL,
                        new NewContact.Anonymous(),
                        "见附件",
                        Mood.CALM,
                        null,
                        null,
                        new NewContact.AnsweredAtOnce("没有问题")));
        Browser desk = Browser.of(web, lin);
        assertThat(desk.look("/contacts/" + id).page()).contains("The mail as it came");
        assertThat(new String(desk.bytes("/contacts/" + id + "/mail.eml"), java.nio.charset.StandardCharsets.UTF_8))
                .contains("total 42");
        assertThat(desk.look("/contacts/" + Ids.next() + "/mail.eml").status()).isEqualTo(404);
    }

    @Test
    void a_mail_that_waits_has_a_clock_and_somebody_who_answers_for_it() {
        Actor head = offices.hire(command, Posts.HEAD, "2001");
        UUID id = arrived(withFile("new@example.org", "Question"));
        Subject subject = new Subject("mail", id);
        assertThat(commitments.of(command, subject)).singleElement().satisfies(one -> {
            assertThat(one.name()).isEqualTo("mail.first");
            assertThat(one.endedAt()).isNull();
        });
        assertThat(mails.list(lin, null, 10).getLast().due())
                .isEqualTo(commitments.of(command, subject).getLast().dueAt());
        assertThat(answering.matters(command.bureau(), List.of(id)).get(id))
                .satisfies(matter -> assertThat(matter.responsible()).isEqualTo(head.staff()));
        mails.take(lin, id, false);
        assertThat(answering.matters(command.bureau(), List.of(id)).get(id))
                .satisfies(matter -> assertThat(matter.responsible()).isEqualTo(lin.staff()));
        mails.putAside(lin, id, "advertising");
        assertThat(commitments.of(command, subject))
                .singleElement()
                .satisfies(one -> assertThat(one.endedAt()).isNotNull());
    }
}
