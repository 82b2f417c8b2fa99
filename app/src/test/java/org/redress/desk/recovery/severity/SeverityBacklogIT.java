package org.redress.desk.recovery.severity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.contact.ContactId;
import org.redress.desk.contact.Contacts;
import org.redress.desk.contact.Mood;
import org.redress.desk.contact.NewContact;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.NewTicket;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.Posts;
import org.redress.ground.party.CustomerDraft;
import org.redress.platform.database.Ids;
import org.redress.support.Deliveries;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What files brought, and what was reckoned by former rules: it is reckoned little by little. */
@RedressIT
@Tag("S4.3")
class SeverityBacklogIT {

    @Autowired
    private Offices offices;

    @Autowired
    private Severities severities;

    @Autowired
    private SeverityBacklog backlog;

    @Autowired
    private SeverityRows rows;

    @Autowired
    private Bureaus bureaus;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Tickets tickets;

    @Autowired
    private Contacts contacts;

    @Autowired
    private Deliveries deliveries;

    private Actor command;
    private Actor agent;

    @BeforeEach
    void found() {
        command = offices.found();
        agent = offices.hire(command, Posts.AGENT, "2");
    }

    @Test
    void what_files_brought_is_rated_the_newest_first_so_much_in_a_run_and_the_next_run_goes_on() {
        List<TicketId> all = brought(5);

        SeverityBacklog shortly = shortly();
        shortly.look(List.of(command.bureau()), 2);
        assertThat(rated(all)).containsExactly(all.get(3), all.get(4));
        shortly.look(List.of(command.bureau()), 2);
        assertThat(rated(all)).containsExactlyElementsOf(all.subList(1, 5));
        look();
        assertThat(rated(all)).isEqualTo(all);
    }

    /** Whose time is over after one batch of each list. */
    private SeverityBacklog shortly() {
        return new SeverityBacklog(severities, rows, bureaus, new Clock() {
            private Instant now = Instant.EPOCH;

            @Override
            public Instant instant() {
                now = now.plus(SeverityBacklog.LONGEST.multipliedBy(2).dividedBy(3));
                return now;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        });
    }

    private void look() {
        backlog.look(List.of(command.bureau()), 100);
    }

    @Test
    void so_many_that_cannot_be_reckoned_as_a_run_takes_keep_no_later_run_from_the_others() {
        List<TicketId> all = brought(4);
        asks(all.get(2));
        asks(all.get(3));
        deliveries.await(agent);
        forget();
        mood("BEYOND WORDS");
        SeverityBacklog shortly = shortly();
        try {
            shortly.look(List.of(command.bureau()), 2);
            assertThat(rated(all)).isEmpty();
            shortly.look(List.of(command.bureau()), 2);
            assertThat(rated(all)).containsExactly(all.get(0), all.get(1));
        } finally {
            mood(Mood.CALM.name());
        }
        shortly.look(List.of(command.bureau()), 2);
        shortly.look(List.of(command.bureau()), 2);
        assertThat(rated(all)).as("from the start again").isEqualTo(all);
    }

    @Test
    void what_was_reckoned_by_former_rules_is_reckoned_so_much_in_a_run_and_the_next_run_goes_on() {
        List<TicketId> all = List.of(ticket("断网，上不了网"), ticket("断网，家里没网"), ticket("断网，又断了"));
        deliveries.await(agent);
        jdbc.sql("update recovery.severity set rules = rules - 1 where bureau = ?")
                .param(command.bureau().value())
                .update();
        SeverityBacklog shortly = shortly();
        shortly.look(List.of(command.bureau()), 2);
        assertThat(former(all)).containsExactly(all.get(2));
        shortly.look(List.of(command.bureau()), 2);
        assertThat(former(all)).isEmpty();
    }

    private List<TicketId> former(List<TicketId> all) {
        int rules = severities.rules(command.bureau());
        Map<TicketId, Severity> kept = severities.of(agent, all);
        return all.stream()
                .filter(one -> Objects.requireNonNull(kept.get(one)).rules() != rules)
                .toList();
    }

    private void asks(TicketId about) {
        contacts.record(
                agent,
                new NewContact(
                        new ContactId(Ids.next()),
                        Channel.HOT_LINE,
                        new NewContact.Newcomer(customer()),
                        "什么时候好？",
                        Mood.CALM,
                        null,
                        null,
                        new NewContact.About(about)));
    }

    @Test
    void one_that_cannot_be_reckoned_keeps_no_other_of_its_batch_from_it() {
        List<TicketId> all = brought(4);
        asks(all.get(2));
        deliveries.await(agent);
        forget();
        mood("BEYOND WORDS");
        try {
            look();
            assertThat(rated(all)).containsExactly(all.get(0), all.get(1), all.get(3));

            TicketId later = ticket("又断网了");
            deliveries.await(agent);
            forget();
            look();
            assertThat(rated(all)).as("nor any of later batches").containsExactly(all.get(0), all.get(1), all.get(3));
            assertThat(onTicket(later)).isNotNegative();
        } finally {
            mood(Mood.CALM.name());
        }
    }

    private void mood(String mood) {
        jdbc.sql("update contact.contact set mood = ? where bureau = ?")
                .params(mood, command.bureau().value())
                .update();
    }

    /** Tickets as a file leaves them, in the order in which they came. */
    private List<TicketId> brought(int howMany) {
        List<TicketId> all = new ArrayList<>();
        for (int number = 0; number < howMany; number++) {
            all.add(ticket("断网，上不了网"));
        }
        deliveries.await(agent);
        forget();
        return all;
    }

    private void forget() {
        jdbc.sql("delete from recovery.severity where bureau = ?")
                .param(command.bureau().value())
                .update();
        jdbc.sql("update ticket.ticket set severity = -1, grade = null where bureau = ?")
                .param(command.bureau().value())
                .update();
    }

    private List<TicketId> rated(List<TicketId> all) {
        return all.stream().filter(one -> onTicket(one) >= 0).toList();
    }

    private static CustomerDraft customer() {
        return new CustomerDraft("desk", null, "周女士", "13812342046", "+8613812342046", null, null);
    }

    private TicketId ticket(String text) {
        return tickets.open(
                        agent,
                        new NewTicket(TicketKind.FAULT, Channel.HOT_LINE, "", text, customer(), null, null, null))
                .id();
    }

    private int onTicket(TicketId ticket) {
        return jdbc.sql("select severity from ticket.ticket where bureau = ? and id = ?")
                .params(command.bureau().value(), ticket.value())
                .query(Integer.class)
                .single();
    }
}
