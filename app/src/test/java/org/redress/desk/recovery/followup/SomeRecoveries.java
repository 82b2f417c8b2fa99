package org.redress.desk.recovery.followup;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.redress.desk.recovery.Remedies;
import org.redress.desk.recovery.RemedyKind;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.NewTicket;
import org.redress.desk.ticket.Step;
import org.redress.desk.ticket.StepResult;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.TicketState;
import org.redress.desk.ticket.Tickets;
import org.redress.desk.ticket.Without;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.party.CustomerDraft;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Customers;
import org.redress.improve.insight.Causes;
import org.redress.improve.insight.Findings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Failures that are put right, and questionnaires at any moment of their life. */
@Component
public class SomeRecoveries {

    private final Tickets tickets;
    private final Customers customers;
    private final Remedies remedies;
    private final Causes causes;
    private final Findings findings;
    private final JdbcClient jdbc;

    SomeRecoveries(
            Tickets tickets,
            Customers customers,
            Remedies remedies,
            Causes causes,
            Findings findings,
            JdbcClient jdbc) {
        this.tickets = tickets;
        this.customers = customers;
        this.remedies = remedies;
        this.causes = causes;
        this.findings = findings;
        this.jdbc = jdbc;
    }

    /** Somebody with a mobile number that ends in these four figures, and a mailbox. */
    public CustomerId customer(Actor actor, int figures) {
        String phone = "1381234" + figures;
        return match(
                actor,
                new CustomerDraft(
                        "desk", null, "客户" + figures, phone, "+86" + phone, "c" + figures + "@example.org", null));
    }

    /** Somebody with a name and nothing else. */
    public CustomerId unreachable(Actor actor) {
        return match(actor, new CustomerDraft("desk", "X-1", "无号客户", null, null, null, null));
    }

    private CustomerId match(Actor actor, CustomerDraft draft) {
        return Objects.requireNonNull(customers.match(actor, List.of(draft)).getFirst());
    }

    /** A fault of this customer that was put right and closed by one person, with an apology. */
    public Ticket closed(Actor by, CustomerId customer) {
        Ticket opened = tickets.openFor(
                by,
                new NewTicket(TicketKind.FAULT, Channel.HOT_LINE, "宽带掉线", "每晚都断", null, null, null, null),
                customer);
        remedies.give(by, opened.id(), RemedyKind.APOLOGY, null, "");
        return finish(by, opened.id());
    }

    /** What is left to do of a fault, until it is closed. */
    public Ticket finish(Actor by, TicketId id) {
        Ticket ticket = tickets.get(by, id);
        if (ticket.state() != TicketState.IN_PROGRESS) {
            ticket = done(tickets.step(by, id, ticket.version(), Step.START, null));
        }
        ticket = done(tickets.classify(by, ticket.id(), ticket.version(), "no-service"));
        ticket = done(tickets.answer(by, ticket.id(), ticket.version(), Channel.HOT_LINE, "已修好，抱歉。"));
        ticket = done(tickets.settle(by, ticket.id(), ticket.version(), "已更换分光器。"));
        ticket = done(tickets.step(by, ticket.id(), ticket.version(), Step.RESOLVE, null));
        findings.name(by, ticket.id(), causes.offered(by).getFirst().id(), "");
        return close(by, ticket.id());
    }

    /** A question that was answered and closed: no failure, and nothing given. */
    public Ticket enquiry(Actor by, CustomerId customer) {
        Ticket opened = tickets.openFor(
                by,
                new NewTicket(TicketKind.ENQUIRY, Channel.HOT_LINE, "套餐咨询", "有哪些套餐", null, null, null, null),
                customer);
        Ticket ticket = done(tickets.step(by, opened.id(), opened.version(), Step.START, null));
        ticket = done(tickets.answer(by, ticket.id(), ticket.version(), Channel.HOT_LINE, "已告知。"));
        ticket = done(tickets.settle(by, ticket.id(), ticket.version(), "已告知。"));
        done(tickets.step(by, ticket.id(), ticket.version(), Step.RESOLVE, null));
        return close(by, ticket.id());
    }

    public Ticket close(Actor by, TicketId id) {
        return done(tickets.close(by, id, tickets.get(by, id).version(), Without.NOTHING));
    }

    /** What was opened again is answered anew, resolved and closed. */
    public Ticket closeAgain(Actor by, TicketId id) {
        done(tickets.answer(by, id, tickets.get(by, id).version(), Channel.HOT_LINE, "这次修好了，抱歉。"));
        step(by, id, Step.RESOLVE, "");
        return close(by, id);
    }

    public Ticket step(Actor by, TicketId id, Step step, String why) {
        return done(tickets.step(by, id, tickets.get(by, id).version(), step, why));
    }

    private static Ticket done(StepResult result) {
        if (result instanceof StepResult.Done(Ticket ticket)) {
            return ticket;
        }
        throw new AssertionError(result.toString());
    }

    /** Whatever comes next with it comes now. */
    public void due(BureauId bureau, FollowUpId id) {
        jdbc.sql(
                        "update recovery.follow_up set next_at = '2020-01-01' where bureau = ? and id = ? and next_at is not null")
                .params(bureau.value(), id.value())
                .update();
    }

    /** Its link is good no longer. */
    public void expire(BureauId bureau, FollowUpId id) {
        jdbc.sql(
                        "update recovery.follow_up set expires_at = '2020-01-02', next_at = '2020-01-02' where bureau = ? and id = ?")
                .params(bureau.value(), id.value())
                .update();
    }

    /** Every questionnaire of a ticket, by round. */
    public List<FollowUpId> of(Ticket ticket, BureauId bureau) {
        return jdbc.sql("select id from recovery.follow_up where bureau = ? and ticket = ? order by round")
                .params(bureau.value(), ticket.id().value())
                .query((row, n) -> new FollowUpId(row.getObject(1, UUID.class)))
                .list();
    }
}
