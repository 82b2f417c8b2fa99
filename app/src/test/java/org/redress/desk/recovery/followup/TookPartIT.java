package org.redress.desk.recovery.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.contact.ContactId;
import org.redress.desk.contact.Mood;
import org.redress.desk.fault.Area;
import org.redress.desk.fault.Fault;
import org.redress.desk.fault.FaultCause;
import org.redress.desk.fault.Faults;
import org.redress.desk.fault.Line;
import org.redress.desk.fault.LineBook;
import org.redress.desk.fault.NewFault;
import org.redress.desk.fault.NewLine;
import org.redress.desk.fault.RepairResult;
import org.redress.desk.fault.Reporting;
import org.redress.desk.fault.Service;
import org.redress.desk.procedure.Assessment;
import org.redress.desk.procedure.Segment;
import org.redress.desk.procedure.SegmentResult;
import org.redress.desk.procedure.Segments;
import org.redress.desk.procedure.Task;
import org.redress.desk.recovery.Remedies;
import org.redress.desk.recovery.RemedyId;
import org.redress.desk.recovery.RemedyKind;
import org.redress.desk.recovery.authority.ApprovalResult;
import org.redress.desk.recovery.authority.Approvals;
import org.redress.desk.recovery.ledger.CompensationId;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.NewTicket;
import org.redress.desk.ticket.Step;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.ground.identity.StaffId;
import org.redress.ground.party.CustomerId;
import org.redress.ground.rulebook.Limit;
import org.redress.platform.database.Ids;
import org.redress.platform.web.Problem;
import org.redress.support.Deliveries;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever took part in a matter in another room neither calls its customer nor enters what they say. */
@RedressIT
@Tag("S4.5")
class TookPartIT {

    private static final Marks BAD = new Marks(2, 4, 3, 4, 6, false);

    @Autowired
    Offices offices;

    @Autowired
    SomeRecoveries some;

    @Autowired
    FollowUps followUps;

    @Autowired
    Tickets tickets;

    @Autowired
    Segments segments;

    @Autowired
    Faults faults;

    @Autowired
    LineBook book;

    @Autowired
    Remedies remedies;

    @Autowired
    Approvals approvals;

    @Autowired
    Deliveries deliveries;

    private Actor command;
    private Actor lin;
    private Actor tang;
    private CustomerId zhou;

    @BeforeEach
    void found() {
        command = offices.found();
        lin = offices.hire(command, Posts.AGENT, "2107");
        tang = offices.hire(command, Posts.AGENT, "2108");
        zhou = some.customer(lin, 2046);
    }

    /** Their number is the lowest of the unit: a call is theirs unless something bars them. */
    private Actor first(String post) {
        return offices.hire(command, post, "1000");
    }

    private TicketId begun() {
        Ticket opened = tickets.openFor(
                lin, new NewTicket(TicketKind.FAULT, Channel.HOT_LINE, "宽带掉线", "每晚都断", null, null, null, null), zhou);
        some.step(lin, opened.id(), Step.START, "");
        return opened.id();
    }

    private void barred(Actor tookPart, TicketId ticket) {
        Ticket closed = some.finish(lin, ticket);
        deliveries.await(command);
        FollowUpId asked = some.of(closed, command.bureau()).getFirst();

        assertThatThrownBy(() -> followUps.enter(tookPart, asked, Channel.HOT_LINE, BAD, "还是断"))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo("followup.own"));
        Actor elsewhere = offices.hireElsewhere(command, Posts.AGENT, "9");
        followUps.enter(elsewhere, asked, Channel.HOT_LINE, BAD, "还是断");
        StaffId calls =
                Objects.requireNonNull(followUps.get(lin, asked).callback()).assigned();
        assertThat(calls).isEqualTo(tang.staff());
    }

    @Test
    void who_did_a_segment_of_it() {
        Actor he = first(Posts.AGENT);
        TicketId ticket = begun();
        Task task = new Task("查线路", he.unit(), null, null, "到现场查分光箱", Limit.workingHours(4), "", false);
        Segment sent = done(segments.send(lin, ticket, task, ""));
        done(segments.accept(he, sent.id(), null));
        done(segments.finish(he, sent.id(), "换了分光箱", ""));
        done(segments.assess(lin, sent.id(), Assessment.GOOD));

        barred(he, ticket);
    }

    private static Segment done(SegmentResult result) {
        assertThat(result).isInstanceOf(SegmentResult.Done.class);
        return ((SegmentResult.Done) result).segment();
    }

    @Test
    void who_repaired_it() {
        Actor he = first(Posts.AGENT);
        book.assign(command, "城北局", he.unit());
        Line line = book.enter(
                command,
                new NewLine("KD-0571-77002911", Service.BROADBAND, "枫林路7号", "城北局", Area.URBAN, zhou, yuan("30")));
        Fault fault = reported(line);
        done(faults.accept(he, fault.id()));
        done(faults.restore(he, fault.id(), FaultCause.CABLE, "更换分线盒"));
        done(faults.confirm(lin, fault.id(), Channel.HOT_LINE, "好了"));

        barred(he, fault.ticket());
    }

    private Fault reported(Line line) {
        Reporting reporting = faults.report(
                lin,
                new NewFault(
                        new ContactId(Ids.next()),
                        line.id(),
                        Channel.HOT_LINE,
                        Mood.WORRIED,
                        "每晚都断",
                        null,
                        null,
                        List.of(),
                        null,
                        null,
                        false));
        assertThat(reporting).isInstanceOf(Reporting.Opened.class);
        return ((Reporting.Opened) reporting).fault();
    }

    private static void done(RepairResult result) {
        assertThat(result).isInstanceOf(RepairResult.Done.class);
    }

    @Test
    void who_said_yes_to_its_money() {
        Actor head = first(Posts.HEAD);
        TicketId ticket = begun();
        RemedyId given = remedies.give(lin, ticket, RemedyKind.BILL_CREDIT, yuan("200"), "");
        assertThat(approvals.decide(head, new CompensationId(given.value()), 1, true, ""))
                .isInstanceOf(ApprovalResult.Promised.class);

        barred(head, ticket);
    }

    @Test
    void who_said_no_to_its_money() {
        Actor head = first(Posts.HEAD);
        TicketId ticket = begun();
        RemedyId given = remedies.give(lin, ticket, RemedyKind.BILL_CREDIT, yuan("200"), "");
        assertThat(approvals.decide(head, new CompensationId(given.value()), 1, false, "太多"))
                .isInstanceOf(ApprovalResult.TurnedDown.class);

        barred(head, ticket);
    }

    private static Money yuan(String amount) {
        return Money.of(CurrencyUnit.of("CNY"), new BigDecimal(amount));
    }
}
