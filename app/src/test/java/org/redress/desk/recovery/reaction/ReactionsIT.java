package org.redress.desk.recovery.reaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.contact.Mood;
import org.redress.desk.recovery.FirstApologies;
import org.redress.desk.recovery.Remedies;
import org.redress.desk.recovery.RemedyId;
import org.redress.desk.recovery.RemedyKind;
import org.redress.desk.recovery.SomeFailures;
import org.redress.desk.recovery.voice.NewVoice;
import org.redress.desk.recovery.voice.Said;
import org.redress.desk.recovery.voice.Voices;
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
import org.redress.ground.party.Redactions;
import org.redress.ground.trail.Trail;
import org.redress.ground.trail.TrailEntry;
import org.redress.platform.jobs.OutboxMessage;
import org.redress.platform.web.Problem;
import org.redress.support.Deliveries;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RedressIT
@Tag("S8.5")
class ReactionsIT {

    /** Longer ago than any limit of the ring, whatever the day of the week. */
    private static final Duration LONG = Duration.ofDays(12);

    @Autowired
    Reactions reactions;

    @Autowired
    ReactionLedger ledger;

    @Autowired
    ReactionListener listener;

    @Autowired
    ReactionRecount recount;

    @Autowired
    FirstApologies apologies;

    @Autowired
    Remedies remedies;

    @Autowired
    Voices voices;

    @Autowired
    SomeFailures failures;

    @Autowired
    Tickets tickets;

    @Autowired
    Redactions redactions;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Offices offices;

    @Autowired
    Trail trail;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private Actor command;
    private Actor lin;

    @BeforeEach
    void hire() {
        command = offices.found();
        lin = offices.hire(command, Posts.AGENT, "lin");
    }

    private Ticket opened(Actor agent, TicketKind kind, @Nullable Instant received) {
        return tickets.open(agent, new NewTicket(kind, Channel.HOT_LINE, "断网", "家里断网了", null, null, null, received));
    }

    private Ticket old() {
        return opened(lin, TicketKind.COMPLAINT, clock.instant().minus(LONG));
    }

    private Map<ReactionStep, StepStanding> steps(TicketId ticket) {
        deliveries.await(command);
        return reactions.of(lin, ticket).stream().collect(Collectors.toMap(StepStanding::step, Function.identity()));
    }

    private StepStanding step(TicketId ticket, ReactionStep step) {
        return Objects.requireNonNull(steps(ticket).get(step));
    }

    private Ticket step(Ticket ticket, Step step, @Nullable String why) {
        Ticket now = tickets.get(lin, ticket.id());
        return SomeFailures.done(tickets.step(lin, ticket.id(), now.version(), step, why));
    }

    @Test
    void a_reported_failure_starts_four_clocks_each_with_its_rule_and_an_enquiry_starts_none() {
        Ticket complaint = opened(lin, TicketKind.COMPLAINT, null);
        Ticket fault = opened(lin, TicketKind.FAULT, null);
        Ticket enquiry = opened(lin, TicketKind.ENQUIRY, null);
        assertThat(steps(complaint.id()).values())
                .hasSize(4)
                .allMatch(StepStanding::open)
                .allMatch(step -> step.dueAt().isAfter(step.startedAt()))
                .noneMatch(step -> step.lateAt(clock.instant()));
        assertThat(step(complaint.id(), ReactionStep.APOLOGY).dueAt())
                .isBefore(step(complaint.id(), ReactionStep.SYMBOLIC).dueAt());
        assertThat(steps(fault.id())).hasSize(4);
        assertThat(steps(enquiry.id())).isEmpty();
        assertThat(trail.of(command, "reaction", complaint.id().value(), 5))
                .extracting(TrailEntry::deed)
                .containsExactly("reaction.begin");
    }

    @Test
    void an_enquiry_that_turns_out_to_be_a_failure_starts_when_somebody_says_so() {
        Ticket enquiry = opened(lin, TicketKind.ENQUIRY, clock.instant().minus(LONG));
        assertThat(steps(enquiry.id())).isEmpty();
        SomeFailures.done(tickets.classify(lin, enquiry.id(), enquiry.version(), "wrong-information"));
        assertThat(steps(enquiry.id())).hasSize(4);
        assertThat(step(enquiry.id(), ReactionStep.APOLOGY).startedAt())
                .isAfter(clock.instant().minus(Duration.ofHours(1)));
    }

    @Test
    void each_step_is_met_by_the_deed_that_is_recorded_anyway() {
        Ticket ticket = opened(lin, TicketKind.COMPLAINT, null);
        RemedyId apology = remedies.give(lin, ticket.id(), RemedyKind.APOLOGY, null, "");
        assertThat(step(ticket.id(), ReactionStep.APOLOGY).remedy()).isEqualTo(apology);
        assertThat(step(ticket.id(), ReactionStep.APOLOGY).by()).isEqualTo(lin.staff());
        assertThat(step(ticket.id(), ReactionStep.URGENT).open()).isTrue();
        step(ticket, Step.START, null);
        assertThat(step(ticket.id(), ReactionStep.URGENT).deed()).isEqualTo(ReactionDeed.BEGUN);
        voices.record(lin, ticket.id(), new NewVoice(Said.WANTS, "修好", null));
        assertThat(step(ticket.id(), ReactionStep.EMPATHY).deed()).isEqualTo(ReactionDeed.ASKED);
        assertThat(step(ticket.id(), ReactionStep.SYMBOLIC).open()).isTrue();
        remedies.give(lin, ticket.id(), RemedyKind.GIFT, null, "");
        assertThat(steps(ticket.id()).values())
                .hasSize(4)
                .allMatch(step -> step.state() == ReactionState.MET && !step.late());
    }

    @Test
    void follow_up_begins_when_the_matter_is_resolved_and_is_met_by_asking_or_by_calling() {
        Ticket asked = failures.complaint(lin, Mood.CALM);
        step(asked, Step.START, null);
        failures.resolve(lin, asked.id(), Consent.CONTENT);
        assertThat(step(asked.id(), ReactionStep.FOLLOW_UP).deed()).isEqualTo(ReactionDeed.CONSENT);

        Ticket silent = failures.complaint(lin, Mood.CALM);
        step(silent, Step.START, null);
        failures.resolve(lin, silent.id(), Consent.NOT_REACHED);
        assertThat(step(silent.id(), ReactionStep.FOLLOW_UP).open()).isTrue();
        assertThatThrownBy(() -> reactions.followUp(lin, silent.id(), " ")).hasMessageContaining("typed.missing");
        assertThat(reactions.followUp(lin, silent.id(), "现在好了")).isEqualTo(new ReactionResult.Done());
        assertThat(step(silent.id(), ReactionStep.FOLLOW_UP).deed()).isEqualTo(ReactionDeed.CALLED);
        assertThat(reactions.followUp(lin, silent.id(), "又打"))
                .isEqualTo(new ReactionResult.Refused(ReactionResult.Why.NOT_OPEN));
    }

    @Test
    void a_matter_that_is_opened_again_before_it_was_followed_up_is_followed_up_anew() {
        Ticket ticket = failures.complaint(lin, Mood.CALM);
        step(ticket, Step.START, null);
        failures.resolve(lin, ticket.id(), null);
        assertThat(step(ticket.id(), ReactionStep.FOLLOW_UP).open()).isTrue();
        step(ticket, Step.REOPEN, "又断了");
        assertThat(steps(ticket.id())).doesNotContainKey(ReactionStep.FOLLOW_UP);
        assertThat(reactions.earlier(lin, ticket.id()))
                .filteredOn(one -> one.step() == ReactionStep.FOLLOW_UP)
                .extracting(StepStanding::deed)
                .containsExactly(ReactionDeed.REOPENED);
        step(ticket, Step.RESOLVE, null);
        assertThat(step(ticket.id(), ReactionStep.FOLLOW_UP).open()).isTrue();
    }

    @Test
    void a_remedy_that_is_taken_back_leaves_its_step_open_unless_another_one_stands() {
        Ticket ticket = opened(lin, TicketKind.COMPLAINT, null);
        RemedyId first = remedies.give(lin, ticket.id(), RemedyKind.APOLOGY, null, "");
        assertThat(step(ticket.id(), ReactionStep.APOLOGY).state()).isEqualTo(ReactionState.MET);
        remedies.takeBack(lin, first);
        assertThat(step(ticket.id(), ReactionStep.APOLOGY).open()).isTrue();
        remedies.give(lin, ticket.id(), RemedyKind.APOLOGY, null, "");
        RemedyId third = remedies.give(lin, ticket.id(), RemedyKind.APOLOGY, null, "");
        remedies.takeBack(lin, third);
        assertThat(step(ticket.id(), ReactionStep.APOLOGY).state()).isEqualTo(ReactionState.MET);
    }

    @Test
    void what_comes_too_late_is_late_and_what_never_comes_is_missed() {
        Ticket late = old();
        assertThat(steps(late.id()).values()).allMatch(step -> step.lateAt(clock.instant()));
        reactions.apologise(lin, late.id());
        assertThat(reactions.of(lin, late.id()).getFirst())
                .as("at once, without waiting for a message")
                .matches(step -> step.state() == ReactionState.MET && step.late());
        Ticket never = opened(lin, TicketKind.ENQUIRY, null);
        SomeFailures.done(tickets.classify(lin, never.id(), never.version(), "wrong-information"));
        step(never, Step.START, null);
        failures.resolve(lin, never.id(), Consent.CONTENT);
        failures.close(lin, never.id());
        assertThat(step(never.id(), ReactionStep.APOLOGY).state()).isEqualTo(ReactionState.MISSED);
        assertThat(apologies
                        .between(
                                lin,
                                clock.instant().minus(Duration.ofHours(1)),
                                clock.instant().plusSeconds(1))
                        .all())
                .as("closed without an apology is without one to this day")
                .isEqualTo(new FirstApologies.Figure(1, 0, 1, null));
        assertThat(step(never.id(), ReactionStep.FOLLOW_UP).state()).isEqualTo(ReactionState.MET);
        Ticket withdrawn = old();
        step(withdrawn, Step.CANCEL, "撤回");
        assertThat(steps(withdrawn.id()).values())
                .allMatch(step -> step.state() == ReactionState.SPARED && step.deed() == ReactionDeed.ENDED);
    }

    @Test
    void a_step_that_does_not_fit_is_spared_with_a_reason_but_an_apology_never() {
        Ticket ticket = opened(lin, TicketKind.COMPLAINT, null);
        steps(ticket.id());
        assertThat(reactions.spare(lin, ticket.id(), ReactionStep.SYMBOLIC, "客户只要道歉"))
                .isEqualTo(new ReactionResult.Done());
        assertThat(step(ticket.id(), ReactionStep.SYMBOLIC).words()).isEqualTo("客户只要道歉");
        remedies.give(lin, ticket.id(), RemedyKind.GIFT, null, "");
        assertThat(step(ticket.id(), ReactionStep.SYMBOLIC).state()).isEqualTo(ReactionState.SPARED);
        assertThat(reactions.spare(lin, ticket.id(), ReactionStep.APOLOGY, "x"))
                .isEqualTo(new ReactionResult.Refused(ReactionResult.Why.APOLOGY));
        assertThat(reactions.spare(lin, ticket.id(), ReactionStep.SYMBOLIC, "x"))
                .isEqualTo(new ReactionResult.Refused(ReactionResult.Why.NOT_OPEN));
        Actor elsewhere = offices.hireElsewhere(command, Posts.AGENT, "ye");
        assertThatThrownBy(() -> reactions.spare(elsewhere, ticket.id(), ReactionStep.URGENT, "x"))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> reactions.spare(lin, ticket.id(), ReactionStep.URGENT, ""))
                .hasMessageContaining("typed.missing");
    }

    @Test
    void messages_that_come_twice_or_late_change_nothing() {
        Ticket ticket = opened(lin, TicketKind.COMPLAINT, null);
        remedies.give(lin, ticket.id(), RemedyKind.APOLOGY, null, "");
        Map<ReactionStep, StepStanding> before = steps(ticket.id());
        listener.receive(new OutboxMessage(
                command.bureau().value(),
                1,
                "recovery.voice-asked",
                "{\"voice\":\"%s\",\"ticket\":\"%s\"}"
                        .formatted(UUID.randomUUID(), ticket.id().value())));
        ledger.look(command, ticket.id(), true);
        assertThat(steps(ticket.id())).isEqualTo(before);
    }

    @Test
    void the_headline_counts_who_was_apologised_to_in_time_and_takes_none_for_the_longest() {
        Actor ye = offices.hireElsewhere(command, Posts.AGENT, "ye");
        Instant from = clock.instant().minus(Duration.ofDays(30));
        assertThat(apologies.between(lin, from, clock.instant()).all())
                .isEqualTo(new FirstApologies.Figure(0, 0, 0, null));
        for (int i = 0; i < 2; i++) {
            reactions.apologise(lin, met(opened(lin, TicketKind.COMPLAINT, null)));
        }
        met(opened(lin, TicketKind.COMPLAINT, null));
        met(opened(ye, TicketKind.COMPLAINT, clock.instant().minus(LONG)));
        FirstApologies.Figures figures =
                apologies.between(lin, from, clock.instant().plusSeconds(1));
        assertThat(figures.all().cases()).as("one is still within its limit").isEqualTo(3);
        assertThat(figures.all().inTime()).isEqualTo(2);
        assertThat(figures.all().waiting()).isEqualTo(1);
        assertThat(Objects.requireNonNull(figures.all().median())).isLessThan(Duration.ofMinutes(10));
        assertThat(figures.byUnit().get(ye.unit())).isEqualTo(new FirstApologies.Figure(1, 0, 1, null));
        assertThat(figures.byUnit().get(lin.unit()))
                .matches(figure -> figure != null && figure.cases() == 2 && figure.inTime() == 2);
        assertThat(reactions.apologies(lin, from, ye.unit(), null, null, 10)).hasSize(1);
        List<StepStanding> all = reactions.apologies(lin, from, null, null, null, 10);
        assertThat(all)
                .as("what counts in the figure")
                .hasSize(Math.toIntExact(figures.all().cases()));
        assertThat(reactions.apologies(
                        lin,
                        from,
                        null,
                        all.get(1).startedAt(),
                        all.get(1).ticket().value(),
                        10))
                .isEqualTo(all.subList(2, 3));
    }

    private TicketId met(Ticket ticket) {
        assertThat(steps(ticket.id())).hasSize(4);
        return ticket.id();
    }

    @Test
    void late_steps_are_listed_the_longest_first_and_counted() {
        old();
        old();
        deliveries.await(command);
        List<StepStanding> late = reactions.late(lin, Reactions.After.START, 20);
        assertThat(late).hasSize(8).isSortedAccordingTo(Comparator.comparing(StepStanding::dueAt));
        assertThat(apologies.lateSteps(lin)).isEqualTo(8);
        StepStanding third = late.get(2);
        assertThat(reactions.late(
                        lin,
                        new Reactions.After(
                                third.dueAt(),
                                third.ticket().value(),
                                third.step().name()),
                        20))
                .isEqualTo(late.subList(3, 8));
    }

    @Test
    void a_calendar_that_changes_is_read_anew_and_words_are_blacked_out_with_their_customer() {
        Ticket ticket = failures.complaint(lin, Mood.CALM);
        StepStanding before = step(ticket.id(), ReactionStep.APOLOGY);
        jdbc.sql("""
                        update commitment.clock set due_at = due_at + interval '1 day'
                         where bureau = ? and subject = ? and name = 'reaction.apology'
                        """).params(command.bureau().value(), ticket.id().value()).update();
        recount.receive(new OutboxMessage(
                command.bureau().value(),
                1,
                "commitment.recounted",
                "{\"subjects\":[{\"kind\":\"reaction\",\"id\":\"%s\"}]}"
                        .formatted(ticket.id().value())));
        assertThat(step(ticket.id(), ReactionStep.APOLOGY).dueAt())
                .isEqualTo(before.dueAt().plus(Duration.ofDays(1)));

        reactions.spare(lin, ticket.id(), ReactionStep.SYMBOLIC, "周慧芳说不用");
        step(ticket, Step.CANCEL, "撤回");
        redactions.redact(offices.hire(command, Posts.GENERAL_MANAGER, "wei"), SomeFailures.customer(ticket), "客户要求");
        assertThat(step(ticket.id(), ReactionStep.SYMBOLIC).words())
                .doesNotContain("周慧芳")
                .contains("说不用");
    }
}
