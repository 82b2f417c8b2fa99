package org.redress.desk.recovery.reaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.recovery.followup.FollowUp;
import org.redress.desk.recovery.followup.FollowUps;
import org.redress.desk.recovery.followup.Marks;
import org.redress.desk.recovery.followup.SomeRecoveries;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.Step;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.ground.notification.FreshLink;
import org.redress.platform.jobs.RecurringJob;
import org.redress.support.Deliveries;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** What a customer answers in the questionnaire is how the last step of the ring is met. */
@RedressIT
@Tag("S4.5")
@Tag("S8.5")
class AnsweredRingIT {

    private static final Marks CONTENT = new Marks(5, 5, 5, 5, 10, false);

    @Autowired
    Offices offices;

    @Autowired
    SomeRecoveries some;

    @Autowired
    FollowUps followUps;

    @Autowired
    Reactions reactions;

    @Autowired
    List<FreshLink> links;

    @Autowired
    List<RecurringJob> jobs;

    @Autowired
    Deliveries deliveries;

    @Autowired
    MockMvc web;

    private Actor command;
    private Actor lin;
    private Actor tang;
    private Ticket ticket;

    @BeforeEach
    void closed() {
        command = offices.found();
        lin = offices.hire(command, Posts.AGENT, "2107");
        tang = offices.hire(command, Posts.AGENT, "2108");
        ticket = some.closed(lin, some.customer(lin, 2046));
    }

    private StepStanding followUpStep() {
        return step(ticket.id());
    }

    private StepStanding step(TicketId id) {
        deliveries.await(command);
        return reactions.of(lin, id).stream()
                .filter(one -> one.step() == ReactionStep.FOLLOW_UP)
                .findFirst()
                .orElseThrow();
    }

    private FollowUp questionnaire() {
        deliveries.await(command);
        return Objects.requireNonNull(followUps.of(lin, List.of(ticket.id())).get(ticket.id()));
    }

    @Test
    void an_answer_that_somebody_heard_meets_it_in_their_name() {
        assertThat(followUpStep().open()).isTrue();
        followUps.enter(tang, questionnaire().id(), Channel.HOT_LINE, CONTENT, "");

        StepStanding met = followUpStep();
        assertThat(met.state()).isEqualTo(ReactionState.MET);
        assertThat(met.deed()).isEqualTo(ReactionDeed.ANSWERED);
        assertThat(met.by()).isEqualTo(tang.staff());
        assertThat(met.late()).isFalse();
        assertThat(met.endedAt())
                .isEqualTo(Objects.requireNonNull(questionnaire().answer()).at());
    }

    @Test
    void a_customer_who_answers_by_the_link_meets_it_and_nobody_of_the_staff_did() throws Exception {
        FollowUp planned = questionnaire();
        some.due(command.bureau(), planned.id());
        jobs.stream()
                .filter(job -> job.name().equals("follow-ups"))
                .forEach(job -> job.work().run());
        String link = links.stream()
                .filter(one -> one.kind().equals(FollowUps.KIND))
                .findFirst()
                .orElseThrow()
                .make(command.bureau(), planned.id().value());
        assertThat(web.perform(post(URI.create(URI.create(link).getPath()))
                                .header("Accept", "text/html")
                                .param("recovery", "4")
                                .param("service", "4"))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(303);

        StepStanding met = followUpStep();
        assertThat(met.deed()).isEqualTo(ReactionDeed.ANSWERED);
        assertThat(met.by()).isEqualTo(command.staff());
    }

    @Test
    void an_answer_from_before_the_matter_was_opened_again_does_not_meet_the_next_one() {
        followUps.enter(tang, questionnaire().id(), Channel.HOT_LINE, CONTENT, "");
        assertThat(followUpStep().state()).isEqualTo(ReactionState.MET);
        some.step(lin, ticket.id(), Step.REOPEN, "又断了");
        deliveries.await(command);
        some.finish(lin, ticket.id());

        assertThat(followUpStep().open()).isTrue();
        followUps.enter(tang, questionnaire().id(), Channel.HOT_LINE, CONTENT, "");
        assertThat(followUpStep().deed()).isEqualTo(ReactionDeed.ANSWERED);
    }
}
