package org.redress.ground.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Posts;
import org.redress.ground.rulebook.Revision;
import org.redress.ground.rulebook.Rulebook;
import org.redress.ground.trail.Trail;
import org.redress.platform.database.Ids;
import org.redress.platform.web.Problem;
import org.redress.support.Browser;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;

@RedressIT
@Tag("S5.1")
class MailboxIT {

    @Autowired
    PostRoom room;

    @Autowired
    Offices offices;

    @Autowired
    MailRows rows;

    @Autowired
    DueRows due;

    @Autowired
    MailLimits limits;

    @Autowired
    Rulebook rulebook;

    @Autowired
    WaitingMails queue;

    @Autowired
    Trail trail;

    @Autowired
    Clock clock;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    MockMvc web;

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    private final List<IncomingMail> taken = new ArrayList<>();
    private final DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
    private @Nullable RuntimeException failing;
    private boolean unknown;
    private Actor actor;
    private IncomingMails mails;
    private Mailbox mailbox;
    private GreenMailUser user;

    @BeforeEach
    void start() {
        server.start();
        user = server.setUser("service@yunze.example", "service", "secret");
        room.open();
        actor = offices.found();
        beans.registerSingleton("taker", (MailTaker) (bureau, mail) -> {
            if (failing != null) {
                throw failing;
            }
            if (unknown) {
                return false;
            }
            taken.add(mail);
            return true;
        });
        mails = new IncomingMails(
                rows, due, beans.getBeanProvider(MailTaker.class), limits, trail, clock, transactions);
        mailbox = new Mailbox(settings(), actor.bureau(), mails, rows);
    }

    private MailboxSettings settings() {
        return new MailboxSettings("127.0.0.1", server.getImap().getPort(), "service", "secret", "INBOX", "none");
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private void arrive(String mail) throws Exception {
        user.deliver(new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8))));
    }

    private static String mail(String id, String subject, String header) {
        return "From: Zhang <Zhang@Example.org>\r\nMessage-ID: <" + id + "@example.org>\r\nSubject: " + subject + "\r\n"
                + header + "Content-Type: text/plain; charset=utf-8\r\n\r\n又掉线了\r\n";
    }

    private MailLine line(MailState state) {
        return mails.list(actor, state, null, 10).getFirst();
    }

    /** RT, Znuny: the same mail twice made two tickets. */
    @Test
    void each_mail_is_taken_once_and_the_mailbox_stays_as_it_was() throws Exception {
        arrive(mail("1", "Down again [T-1184273]", ""));
        arrive(mail("2", "Hello", ""));
        assertThat(mailbox.read()).isEqualTo(2);
        assertThat(taken).hasSize(2);
        assertThat(taken.getFirst().mark()).isEqualTo("T-1184273");
        assertThat(taken.getFirst().from()).isEqualTo("zhang@example.org");
        assertThat(taken.getFirst().text()).isEqualTo("又掉线了");

        assertThat(mailbox.read()).isZero();
        arrive(mail("1", "Down again [T-1184273]", ""));
        arrive(mail("3", "New", ""));
        assertThat(mailbox.read()).isEqualTo(2);
        assertThat(taken)
                .extracting(IncomingMail::messageId)
                .endsWith("<3@example.org>")
                .hasSize(3);
        MailFolder inbox = server.getManagers().getImapHostManager().getInbox(user);
        assertThat(inbox.getMessageCount()).isEqualTo(4);
        assertThat(inbox.getUnseenCount()).isEqualTo(4);
    }

    /** osTicket #1041, #1744, Zammad #5113, frappe/helpdesk #3628, alga-psa #2705: automatic mail reopened or looped. */
    @Test
    void an_out_of_office_is_marked_and_ours_and_bounces_go_to_nobody() throws Exception {
        MessageId sent = room.messages
                .send(actor, PostRoom.message(Ids.next(), "mail", MessageChannel.EMAIL, "a@b.example", true, true))
                .id();
        room.deliver(actor, MessageChannel.EMAIL);
        arrive(mail("1", "Away", "Auto-Submitted: auto-replied\r\n"));
        arrive(mail("2", "Loop", "X-Redress-Message: " + sent.value() + "\r\nAuto-Submitted: auto-generated\r\n"));
        arrive(MailReaderTest.report(sent.value(), "failed", "5.1.1"));
        mailbox.read();

        assertThat(taken).isEmpty();
        List<MailLine> ignored = mails.list(actor, MailState.IGNORED, null, 10);
        assertThat(ignored)
                .extracting(MailLine::nature)
                .containsExactlyInAnyOrder(MailNature.AUTO_REPLY, MailNature.OURS, MailNature.BOUNCE);
        for (MailLine line : ignored) {
            if (line.nature() == MailNature.AUTO_REPLY) {
                assertThat(mails.retake(actor, line.id())).isTrue();
            } else {
                assertThatThrownBy(() -> mails.retake(actor, line.id()))
                        .isInstanceOfSatisfying(
                                Problem.class, p -> assertThat(p.code()).isEqualTo("mail.finished"));
            }
        }
        assertThat(taken).extracting(IncomingMail::nature).containsExactly(MailNature.AUTO_REPLY);
        MessageLine bounced = room.messages.find(actor, sent).orElseThrow().line();
        assertThat(bounced.state()).isEqualTo(MessageState.DEAD);
        assertThat(bounced.fault()).isEqualTo(DeliveryFault.BOUNCED);
        assertThat(bounced.detail()).contains("no such user");
    }

    @Test
    void a_mail_that_cannot_be_read_or_taken_is_kept_and_the_next_ones_go_on() throws Exception {
        mails.receive(
                actor.bureau(), "Content-Type: multipart/mixed; boundary=x\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        assertThat(line(MailState.DEAD).fault()).isEqualTo(MailFault.UNREADABLE);

        failing = new IllegalStateException("the desk is closed");
        arrive(mail("1", "First", ""));
        mailbox.read();
        failing = null;
        arrive(mail("2", "Second", ""));
        mailbox.read();
        assertThat(taken).extracting(IncomingMail::subject).containsExactly("Second");
        MailLine dead = line(MailState.DEAD);
        assertThat(dead.fault()).isEqualTo(MailFault.NOT_TAKEN);
        assertThat(dead.detail()).contains("the desk is closed");

        mails.retake(actor, dead.id());
        assertThat(taken).extracting(IncomingMail::subject).containsExactly("Second", "First");
        assertThatThrownBy(() -> mails.retake(actor, dead.id()))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo("mail.finished"));
        assertThat(trail.of(actor, "mail", dead.id(), 5)).extracting("deed").containsExactly("mail.retake");
    }

    @Test
    void more_than_so_many_of_one_sender_wait_for_a_person() throws Exception {
        rulebook.revise(
                actor,
                new Revision(
                        MailLimits.SENDER,
                        "house",
                        java.math.BigDecimal.TWO,
                        java.time.LocalDate.ofInstant(clock.instant(), actor.zone()),
                        "test"));
        for (int n = 0; n < 4; n++) {
            arrive(mail("n" + n, "Number " + n, ""));
        }
        mailbox.read();

        assertThat(taken).hasSize(2);
        assertThat(mails.list(actor, MailState.WAITING, null, 10))
                .hasSize(2)
                .allMatch(line -> line.fault() == MailFault.TOO_MANY);
        mails.retake(actor, line(MailState.WAITING).id());
        assertThat(taken).hasSize(3);
    }

    @Test
    void a_mail_that_belongs_to_nothing_waits_whole_and_keeps_when_it_came() throws Exception {
        unknown = true;
        arrive(mail("1", "Hello", ""));
        mailbox.read();
        MailLine waiting = line(MailState.WAITING);
        assertThat(waiting.fault()).isEqualTo(MailFault.UNMATCHED);
        assertThat(mails.retake(actor, waiting.id())).isFalse();
        assertThat(line(MailState.WAITING).id()).isEqualTo(waiting.id());
        assertThat(queue.list(actor, null, 10)).extracting(MailLine::id).containsExactly(waiting.id());

        IncomingMail opened = queue.open(actor, waiting.id());
        assertThat(opened.text()).isEqualTo("又掉线了");
        assertThat(opened.arrivedAt()).isEqualTo(waiting.arrivedAt());
        queue.putAside(actor, waiting.id(), "advertising");
        assertThat(queue.count(actor, 10)).isZero();
        assertThatThrownBy(() -> queue.open(actor, waiting.id()))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo("mail.finished"));

        unknown = false;
        assertThat(mails.retake(actor, waiting.id())).isTrue();
        assertThat(taken)
                .singleElement()
                .satisfies(mail -> assertThat(mail.arrivedAt()).isEqualTo(waiting.arrivedAt()));
        assertThat(trail.of(actor, "mail", waiting.id(), 9))
                .extracting("deed")
                .containsExactlyInAnyOrder("mail.retake", "mail.open", "mail.aside", "mail.retake");
    }

    @Test
    void a_mailbox_that_is_away_is_left_for_the_next_time() throws Exception {
        arrive(mail("1", "Hello", ""));
        server.stop();
        assertThat(mailbox.read()).isZero();
        assertThat(taken).isEmpty();
    }

    @Test
    void mails_that_come_while_the_database_is_away_are_read_the_next_time() throws Exception {
        arrive(mail("1", "First", ""));
        arrive(mail("2", "Second", ""));
        AtomicBoolean back = new AtomicBoolean();
        IncomingMails away =
                new IncomingMails(
                        rows, due, beans.getBeanProvider(MailTaker.class), limits, trail, clock, transactions) {
                    @Override
                    public void receive(BureauId bureau, byte[] raw) {
                        if (!back.getAndSet(true)) {
                            throw new DataAccessResourceFailureException("connection refused");
                        }
                        super.receive(bureau, raw);
                    }
                };
        Mailbox box = new Mailbox(settings(), actor.bureau(), away, rows);
        assertThat(box.read()).isZero();
        assertThat(box.read()).isEqualTo(2);
        assertThat(taken).extracting(IncomingMail::subject).containsExactly("First", "Second");
    }

    @Test
    void the_page_lists_mails_with_what_is_left_to_do() throws Exception {
        failing = new IllegalStateException("the desk is closed");
        arrive(mail("1", "<b>Hello</b>", ""));
        mailbox.read();
        Browser head = Browser.of(web, offices.hire(actor, Posts.HEAD, "1"));
        String page = head.look("/messages/in").page();
        assertThat(page).contains("&lt;b&gt;Hello").contains("/retake").doesNotContain("Zhang@Example.org");
        assertThat(head.look("/messages/in?state=taken").page()).contains("No mail here");
        Browser.Answer again = head.send("/messages/in/" + line(MailState.DEAD).id() + "/retake");
        assertThat(again.next()).isEqualTo("/messages/in?state=waiting");
        assertThat(line(MailState.WAITING).fault()).isEqualTo(MailFault.UNMATCHED);
        Browser agent = Browser.of(web, offices.hire(actor, Posts.AGENT, "2"));
        assertThat(agent.look("/messages/in").status()).isEqualTo(403);
    }
}
