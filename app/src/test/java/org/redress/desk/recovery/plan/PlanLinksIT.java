package org.redress.desk.recovery.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.contact.Mood;
import org.redress.desk.recovery.Remedies;
import org.redress.desk.recovery.Remedy;
import org.redress.desk.recovery.RemedyKind;
import org.redress.desk.recovery.SomeFailures;
import org.redress.desk.recovery.authority.Approvals;
import org.redress.desk.recovery.followup.FollowUp;
import org.redress.desk.recovery.followup.FollowUps;
import org.redress.desk.recovery.followup.Marks;
import org.redress.desk.recovery.ledger.CompensationId;
import org.redress.desk.ticket.Attribution;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.Consent;
import org.redress.desk.ticket.FailureKind;
import org.redress.desk.ticket.Ticket;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.improve.insight.Causes;
import org.redress.improve.insight.Findings;
import org.redress.support.Deliveries;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;

/** Plans where they meet what customers say afterwards, and what waits for a yes. */
@RedressIT
@Tag("S4.3")
class PlanLinksIT {

    @Autowired
    Plans plans;

    @Autowired
    PlanEffects effects;

    @Autowired
    FollowUps followUps;

    @Autowired
    Remedies remedies;

    @Autowired
    Approvals approvals;

    @Autowired
    SomeFailures failures;

    @Autowired
    Causes causes;

    @Autowired
    Findings findings;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Offices offices;

    private Actor command;
    private Actor lin;
    private Actor tang;
    private Actor head;

    @BeforeEach
    void hire() {
        command = offices.found();
        lin = offices.hire(command, Posts.AGENT, "lin");
        tang = offices.hire(command, Posts.AGENT, "tang");
        head = offices.hire(command, Posts.HEAD, "gao");
    }

    private Ticket failed() {
        return failures.classified(lin, Mood.CALM, "no-service", FailureKind.OUTCOME, Attribution.PROVIDER);
    }

    private RecoveryPlan differing(Ticket ticket, RemedyKind... kinds) {
        PlanResult made = plans.make(
                lin,
                ticket.id(),
                0,
                Arrays.stream(kinds)
                        .map(kind -> new Chosen(kind, Speaker.ANYBODY))
                        .toList(),
                "老客户");
        assertThat(made).isInstanceOf(PlanResult.Done.class);
        return ((PlanResult.Done) made).plan();
    }

    /** Closes it, and enters what the customer says to somebody who had nothing to do with it. */
    private void said(Ticket ticket, int mark) {
        failures.resolve(lin, ticket.id(), Consent.NOT_REACHED);
        findings.name(lin, ticket.id(), causes.offered(lin).getFirst().id(), "");
        failures.close(lin, ticket.id());
        deliveries.await(command);
        FollowUp asked =
                Objects.requireNonNull(followUps.of(lin, List.of(ticket.id())).get(ticket.id()));
        followUps.enter(tang, asked.id(), Channel.HOT_LINE, new Marks(mark, 3, null, null, null, null), "");
    }

    @Test
    void what_customers_say_of_the_recovery_stands_beside_the_plans_on_their_side() {
        for (int mark : new int[] {5, 4}) {
            Ticket ticket = failed();
            assertThat(plans.follow(lin, ticket.id(), 0)).isInstanceOf(PlanResult.Done.class);
            said(ticket, mark);
        }
        Ticket other = failed();
        differing(other, RemedyKind.APOLOGY);
        said(other, 2);
        Ticket silent = failed();
        differing(silent, RemedyKind.APOLOGY);
        failures.resolve(lin, silent.id(), Consent.NOT_REACHED);
        Ticket without = failed();
        said(without, 1);
        deliveries.await(command);

        Comparison comparison = effects.compare(lin);
        assertThat(comparison.marked()).isTrue();
        assertThat(comparison.followed().marks())
                .as("two marks, 5 and 4; one of a ticket without a plan is on neither side")
                .isEqualTo(new Comparison.Marks(2, 9, 41));
        assertThat(comparison.differed())
                .as("two plans, of which one customer has said anything")
                .isEqualTo(new Comparison.Side(2, 0, new Comparison.Marks(1, 2, 4)));
        assertThat(comparison.mark(comparison.followed()))
                .as("no mean of two marks")
                .isNull();
    }

    @Test
    void a_line_whose_sum_waits_for_a_yes_is_not_given_a_second_time_and_open_again_after_a_no() {
        Ticket ticket = failed();
        RecoveryPlan plan = differing(ticket, RemedyKind.APOLOGY, RemedyKind.REFUND);
        TickResult first = tick(plan, "400.00");
        assertThat(first).isInstanceOf(TickResult.Done.class);
        Remedy waiting = onTicket(ticket).getFirst();
        assertThat(waiting.waits()).as("over what an agent may give").isTrue();

        assertThat(tick(plan, "400.00")).isEqualTo(new TickResult.Refused(TickResult.Why.WAITS));
        assertThat(tick(plan, "5.00"))
                .as("nor a smaller sum beside it")
                .isEqualTo(new TickResult.Refused(TickResult.Why.WAITS));
        assertThat(onTicket(ticket)).hasSize(1);
        assertThat(plans.tick(lin, plan.id(), RemedyKind.APOLOGY, null, ""))
                .as("the other lines do not wait")
                .isInstanceOf(TickResult.Done.class);

        approvals.decide(head, new CompensationId(waiting.id().value()), 1, false, "不在范围内");
        assertThat(tick(plan, "20.00")).isInstanceOf(TickResult.Done.class);
        assertThat(tick(plan, "20.00")).isEqualTo(new TickResult.Refused(TickResult.Why.ALREADY));
    }

    private TickResult tick(RecoveryPlan plan, String sum) {
        return plans.tick(lin, plan.id(), RemedyKind.REFUND, Money.parse("CNY " + sum), "退装机费");
    }

    private List<Remedy> onTicket(Ticket ticket) {
        return remedies.of(lin, List.of(ticket.id())).getOrDefault(ticket.id(), List.of());
    }
}
