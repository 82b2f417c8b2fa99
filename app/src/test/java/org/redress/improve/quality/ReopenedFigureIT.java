package org.redress.improve.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.contact.Contact;
import org.redress.desk.contact.ContactId;
import org.redress.desk.contact.Contacts;
import org.redress.desk.contact.Mood;
import org.redress.desk.contact.NewContact;
import org.redress.desk.contact.Outcome;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.Step;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.ground.party.CustomerDraft;
import org.redress.improve.quality.review.ReviewId;
import org.redress.improve.quality.review.Reviews;
import org.redress.platform.database.Ids;
import org.redress.support.Deliveries;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;

/** The weekly figure of what was opened again counts matters, not what customers said about them. */
@RedressIT
@Tag("S5.4")
class ReopenedFigureIT {

    @Autowired
    Offices offices;

    @Autowired
    Tickets tickets;

    @Autowired
    Contacts contacts;

    @Autowired
    SomeComplaints complaints;

    @Autowired
    Reviews reviews;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Clock clock;

    private Actor command;
    private Actor agent;
    private Actor quality;

    @BeforeEach
    void open() {
        command = offices.found();
        agent = offices.hire(command, Posts.AGENT, "lin");
        quality = offices.hireElsewhere(command, Posts.QUALITY, "shen");
    }

    private long reopened() {
        deliveries.await(agent);
        ReviewId week = reviews.prepare(quality, LocalDate.ofInstant(clock.instant(), quality.zone()));
        return reviews.pack(quality, reviews.get(quality, week)).week().reopened();
    }

    private Contact say(TicketId about, String words) {
        return contacts.record(
                agent,
                new NewContact(
                        new ContactId(Ids.next()),
                        Channel.HOT_LINE,
                        new NewContact.Newcomer(
                                new CustomerDraft("desk", null, "周女士", "13812342046", "+8613812342046", null, null)),
                        words,
                        Mood.ANGRY,
                        null,
                        null,
                        new NewContact.About(about)));
    }

    private void step(TicketId ticket, Step step) {
        tickets.step(command, ticket, tickets.get(command, ticket).version(), step, null);
    }

    @Test
    void one_matter_with_two_later_contacts_and_one_reopening_counts_once() {
        TicketId matter = complaints.open(agent, "宽带断了三天", "枫林镇", null);
        complaints.open(agent, "没有人重开的投诉", "枫林镇", null);
        step(matter, Step.START);
        step(matter, Step.RESOLVE);
        assertThat(reopened()).isZero();

        Contact first = say(matter, "又断了。");
        assertThat(first.outcome()).isEqualTo(Outcome.WAITING);
        assertThat(reopened()).isZero();
        contacts.takeUpAgain(agent, first.id());
        assertThat(say(matter, "还是没好。").outcome()).isEqualTo(Outcome.ADDED);

        assertThat(tickets.get(agent, matter).outcome().reopened()).isOne();
        assertThat(reopened()).isOne();
    }
}
