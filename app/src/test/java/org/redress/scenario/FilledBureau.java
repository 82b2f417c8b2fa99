package org.redress.scenario;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.redress.demo.DemoAccount;
import org.redress.demo.Demonstration;
import org.redress.desk.contact.ContactId;
import org.redress.desk.contact.Drafts;
import org.redress.desk.contact.MailContacts;
import org.redress.desk.contact.Mood;
import org.redress.desk.recovery.authority.Kinship;
import org.redress.desk.recovery.authority.Kinships;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Absences;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Actors;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.StaffId;
import org.redress.ground.party.CustomerId;
import org.redress.platform.database.Ids;
import org.redress.platform.jobs.RecurringJob;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.MockMvc;

/** The demonstration after its jobs have run, with one of each of what it has none of. */
@Component
class FilledBureau {

    private static final Pattern ASSET = Pattern.compile("/assets/([^/\"]+)/([^\"]+)");
    private static final String TOKEN = "AAAAAAAAAAAAAAAAAAAAAA";
    private static final int ROUNDS = 3;

    private final Demonstration demonstration;
    private final Bureaus bureaus;
    private final Actors actors;
    private final List<RecurringJob> jobs;
    private final Absences absences;
    private final Drafts drafts;
    private final Kinships kinships;
    private final MailContacts mails;
    private final JdbcClient jdbc;
    private final Clock clock;

    private @Nullable Actor filled;

    FilledBureau(
            Demonstration demonstration,
            Bureaus bureaus,
            Actors actors,
            List<RecurringJob> jobs,
            Absences absences,
            Drafts drafts,
            Kinships kinships,
            MailContacts mails,
            JdbcClient jdbc,
            Clock clock) {
        this.demonstration = demonstration;
        this.bureaus = bureaus;
        this.actors = actors;
        this.jobs = jobs;
        this.absences = absences;
        this.drafts = drafts;
        this.kinships = kinships;
        this.mails = mails;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Founds it, once for every test that asks; acts for the product. */
    Actor fill() {
        if (filled == null) {
            filled = found();
        }
        return filled;
    }

    private Actor found() {
        demonstration.found();
        Actor command = bureaus.command(bureaus.list().getLast());
        for (int round = 0; round < ROUNDS; round++) {
            jobs.forEach(job -> job.work().run());
        }
        Actor head = person(command, "gao");
        Instant now = clock.instant();
        absences.add(head, head.staff(), now.plus(Duration.ofDays(7)), now.plus(Duration.ofDays(9)), null);
        kinships.declare(head, new CustomerId(any("select id from party.customer")), Kinship.Relation.FAMILY);
        drafts.save(head, new ContactId(Ids.next()), Ids.next(), 0, now, Map.of("words", "draft"));
        add(person(command, "lin"));
        jdbc.sql("insert into recovery.answer_link (bureau, hash, follow_up, made_at) values (?, ?, ?, now())")
                .params(
                        command.bureau().value(),
                        hash(),
                        any("select id from recovery.follow_up order by (state = 'ASKED') desc, closed_at desc"))
                .update();
        return command;
    }

    /** A mail that was taken and is kept whole, a letter to print, and a series that is worth a look. */
    private void add(Actor agent) {
        UUID mail = any("select id from notification.mail where state = 'WAITING'");
        mails.add(agent, mail, new TicketId(any("select id from ticket.ticket where open")), Mood.ANGRY);
        jdbc.sql("update notification.mail set raw = 'as it came' where id = ?")
                .param(mail)
                .update();
        jdbc.sql("""
                        update notification.message
                           set state = 'SENT', template_version = 1, title = 'letter', body = 'letter', sent_at = now(), tries = 1
                         where id = ?
                        """)
                .param(any("select id from notification.message where channel = 'LETTER'"))
                .update();
        jdbc.sql("""
                        insert into recovery.pattern (bureau, id, kind, subject, first_day, last_day, cases, amount, currency, bounds,
                               found_at)
                        select bureau, gen_random_uuid(), 'AGAIN', customer, day, day, 1, amount, currency, '5 30', now()
                          from recovery.compensation where customer is not null limit 1
                        """).update();
    }

    String password() {
        return demonstration.accounts().stream()
                .map(DemoAccount::password)
                .findFirst()
                .orElseThrow();
    }

    /** Values that stand in no table: a link that a customer was sent, and a file of the pages. */
    static Map<String, String> given(MockMvc web, Actor command) throws Exception {
        String page = web.perform(get("/sign-in")).andReturn().getResponse().getContentAsString();
        Matcher asset = ASSET.matcher(page);
        if (!asset.find()) {
            throw new IllegalStateException("no file in the page of the sign-in");
        }
        return Map.of("key", command.bureau().value() + "-" + TOKEN, "asked", asset.group(1), "name", asset.group(2));
    }

    private Actor person(Actor command, String signIn) {
        return actors.of(
                command.bureau(), new StaffId(any("select id from identity.staff where sign_in = '" + signIn + "'")));
    }

    private UUID any(String sql) {
        return jdbc.sql(sql + " limit 1").query(UUID.class).single();
    }

    private static byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(TOKEN.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
