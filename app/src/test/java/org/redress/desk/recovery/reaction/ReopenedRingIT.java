package org.redress.desk.recovery.reaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.contact.Mood;
import org.redress.desk.recovery.FirstApologies;
import org.redress.desk.recovery.Remedies;
import org.redress.desk.recovery.RemedyKind;
import org.redress.desk.recovery.SomeFailures;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.Consent;
import org.redress.desk.ticket.NewTicket;
import org.redress.desk.ticket.Step;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.improve.insight.Causes;
import org.redress.improve.insight.Findings;
import org.redress.support.Browser;
import org.redress.support.Deliveries;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** A matter that was not put right is owed all of the reaction once more; what the first one came to stays on record. */
@RedressIT
@Tag("S8.5")
class ReopenedRingIT {

    @Autowired
    Offices offices;

    @Autowired
    SomeFailures failures;

    @Autowired
    Tickets tickets;

    @Autowired
    Remedies remedies;

    @Autowired
    Reactions reactions;

    @Autowired
    FirstApologies apologies;

    @Autowired
    Causes causes;

    @Autowired
    Findings findings;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Clock clock;

    @Autowired
    MockMvc web;

    private Actor command;
    private Actor lin;

    @BeforeEach
    void hire() {
        command = offices.found();
        lin = offices.hire(command, Posts.AGENT, "lin");
    }

    private List<StepStanding> now(TicketId ticket) {
        deliveries.await(command);
        return reactions.of(lin, ticket);
    }

    private StepStanding now(TicketId ticket, ReactionStep step) {
        return now(ticket).stream()
                .filter(one -> one.step() == step)
                .findFirst()
                .orElseThrow();
    }

    private StepStanding earlier(TicketId ticket, ReactionStep step) {
        deliveries.await(command);
        return reactions.earlier(lin, ticket).stream()
                .filter(one -> one.step() == step)
                .findFirst()
                .orElseThrow();
    }

    private void step(TicketId ticket, Step step, String why) {
        SomeFailures.done(tickets.step(lin, ticket, tickets.get(lin, ticket).version(), step, why));
    }

    private Ticket begun(Ticket ticket) {
        step(ticket.id(), Step.START, "");
        return ticket;
    }

    private void closed(Ticket ticket) {
        failures.resolve(lin, ticket.id(), Consent.CONTENT);
        findings.name(lin, ticket.id(), causes.offered(lin).getFirst().id(), "");
        failures.close(lin, ticket.id());
        deliveries.await(command);
    }

    @Test
    void a_step_that_was_missed_stays_missed_and_is_owed_anew_when_the_matter_is_opened_again() {
        Ticket ticket = begun(failures.complaint(lin, Mood.CALM));
        closed(ticket);
        assertThat(now(ticket.id(), ReactionStep.APOLOGY).state()).isEqualTo(ReactionState.MISSED);
        Instant before = clock.instant();
        step(ticket.id(), Step.REOPEN, "又断了");

        StepStanding owed = now(ticket.id(), ReactionStep.APOLOGY);
        assertThat(owed.open()).isTrue();
        assertThat(owed.round()).isEqualTo(1);
        assertThat(owed.startedAt()).isAfterOrEqualTo(before.minusSeconds(1));
        assertThat(owed.dueAt()).isAfter(owed.startedAt());
        assertThat(earlier(ticket.id(), ReactionStep.APOLOGY).state()).isEqualTo(ReactionState.MISSED);
        assertThat(now(ticket.id(), ReactionStep.URGENT).deed())
                .as("opened again, it is in hand")
                .isEqualTo(ReactionDeed.BEGUN);

        reactions.apologise(lin, ticket.id());
        assertThat(now(ticket.id(), ReactionStep.APOLOGY))
                .satisfies(one -> assertThat(one.state()).isEqualTo(ReactionState.MET))
                .satisfies(one -> assertThat(one.late()).isFalse());
        assertThat(earlier(ticket.id(), ReactionStep.APOLOGY).state()).isEqualTo(ReactionState.MISSED);
        assertThat(apologies
                        .between(
                                lin,
                                clock.instant().minus(Duration.ofDays(1)),
                                clock.instant().plusSeconds(1))
                        .all())
                .as("two apologies were owed for it, and one was made")
                .satisfies(all -> assertThat(all.cases()).isEqualTo(2))
                .satisfies(all -> assertThat(all.inTime()).isEqualTo(1));
    }

    @Test
    void what_was_done_before_counts_for_the_first_ring_alone() throws Exception {
        Ticket ticket = begun(failures.complaint(lin, Mood.CALM));
        reactions.apologise(lin, ticket.id());
        remedies.give(lin, ticket.id(), RemedyKind.GIFT, null, "");
        closed(ticket);
        assertThat(now(ticket.id(), ReactionStep.FOLLOW_UP).state()).isEqualTo(ReactionState.MET);
        step(ticket.id(), Step.REOPEN, "又断了");

        assertThat(now(ticket.id()))
                .hasSize(4)
                .filteredOn(StepStanding::open)
                .extracting(StepStanding::step)
                .containsExactly(ReactionStep.APOLOGY, ReactionStep.EMPATHY, ReactionStep.SYMBOLIC);
        remedies.give(lin, ticket.id(), RemedyKind.GIFT, null, "");
        assertThat(now(ticket.id(), ReactionStep.SYMBOLIC).state()).isEqualTo(ReactionState.MET);
        assertThat(Browser.of(web, lin)
                        .look("/tickets/" + ticket.id().value() + "/reaction")
                        .page())
                .contains("Before the matter was opened again");
        failures.resolve(lin, ticket.id(), Consent.NOT_REACHED);
        assertThat(now(ticket.id(), ReactionStep.FOLLOW_UP).open())
                .as("asked once more after the second time")
                .isTrue();
    }

    @Test
    void what_was_not_late_yet_is_owed_in_the_next_ring_instead_and_what_was_is_missed() {
        Ticket early = begun(failures.complaint(lin, Mood.CALM));
        failures.resolve(lin, early.id(), null);
        step(early.id(), Step.REOPEN, "又断了");
        assertThat(now(early.id(), ReactionStep.APOLOGY).round()).isEqualTo(1);
        assertThat(earlier(early.id(), ReactionStep.APOLOGY))
                .satisfies(one -> assertThat(one.state()).isEqualTo(ReactionState.SPARED))
                .satisfies(one -> assertThat(one.deed()).isEqualTo(ReactionDeed.REOPENED));

        Ticket late = tickets.open(
                lin,
                new NewTicket(
                        TicketKind.COMPLAINT,
                        Channel.HOT_LINE,
                        "断网",
                        "家里断网了",
                        null,
                        null,
                        null,
                        clock.instant().minus(Duration.ofDays(12))));
        begun(late);
        failures.resolve(lin, late.id(), null);
        step(late.id(), Step.REOPEN, "又断了");
        assertThat(now(late.id(), ReactionStep.APOLOGY).lateAt(clock.instant())).isFalse();
        assertThat(earlier(late.id(), ReactionStep.APOLOGY).state()).isEqualTo(ReactionState.MISSED);
    }

    @Test
    void what_was_done_before_it_was_opened_again_counts_for_its_ring_also_when_we_hear_of_all_of_it_at_once() {
        Ticket ticket = begun(failures.complaint(lin, Mood.CALM));
        remedies.give(lin, ticket.id(), RemedyKind.APOLOGY, null, "");
        failures.resolve(lin, ticket.id(), null);
        step(ticket.id(), Step.REOPEN, "又断了");

        assertThat(now(ticket.id(), ReactionStep.APOLOGY).open()).isTrue();
        assertThat(earlier(ticket.id(), ReactionStep.APOLOGY).state()).isEqualTo(ReactionState.MET);
    }

    @Test
    void each_time_begins_a_ring_and_told_twice_it_is_one() {
        Ticket ticket = begun(failures.complaint(lin, Mood.CALM));
        for (int time = 1; time <= 2; time++) {
            failures.resolve(lin, ticket.id(), Consent.NOT_CONTENT);
            deliveries.await(command);
            step(ticket.id(), Step.REOPEN, "还是不行");
            deliveries.await(command);
            reactions.look(lin, ticket.id());
            assertThat(now(ticket.id(), ReactionStep.APOLOGY).round()).isEqualTo(time);
        }
        assertThat(reactions.earlier(lin, ticket.id()))
                .extracting(StepStanding::round)
                .hasSize(10)
                .isSorted()
                .containsOnly(0, 1);
    }
}
