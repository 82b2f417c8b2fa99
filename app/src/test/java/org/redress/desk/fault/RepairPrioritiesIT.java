package org.redress.desk.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.desk.fault.FaultsIT.done;
import static org.redress.desk.fault.FaultsIT.opened;
import static org.redress.desk.fault.FaultsIT.problem;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.recovery.Remedies;
import org.redress.desk.recovery.RemedyGiven;
import org.redress.desk.recovery.RemedyId;
import org.redress.desk.recovery.RemedyKind;
import org.redress.desk.recovery.plan.Chosen;
import org.redress.desk.recovery.plan.OfferedLine;
import org.redress.desk.recovery.plan.PlanResult;
import org.redress.desk.recovery.plan.Plans;
import org.redress.desk.recovery.plan.Speaker;
import org.redress.desk.recovery.plan.TickResult;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.NewTicket;
import org.redress.desk.ticket.StepResult;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.redress.support.Browser;
import org.redress.support.Deliveries;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** A customer is promised that their repair comes first: what the repair post sees and hears of it. */
@RedressIT
@Tag("S4.4")
@Tag("S5.6")
class RepairPrioritiesIT {

    @Autowired
    Faults faults;

    @Autowired
    FaultFiles files;

    @Autowired
    FaultBoard board;

    @Autowired
    Remedies remedies;

    @Autowired
    Plans plans;

    @Autowired
    RepairOffices offices;

    @Autowired
    Tickets tickets;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Bureaus bureaus;

    @Autowired
    java.time.Clock time;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc web;

    private RepairOffice all;

    @BeforeEach
    void open() {
        all = offices.open();
    }

    private Fault report(Line line) {
        return opened(faults.report(all.lin, all.wish(line)));
    }

    private RemedyId promised(TicketId ticket) {
        RemedyId given = remedies.give(all.lin, ticket, RemedyKind.PRIORITY_REPAIR, null, "家里有老人");
        deliveries.await(all.command);
        return given;
    }

    private List<FaultId> atPost() {
        return board.page(all.he, FaultBoard.View.UNIT, FaultBoard.After.START, 10).stream()
                .map(Fault::id)
                .toList();
    }

    private List<String> rung(Fault fault) {
        return jdbc.sql("""
                        select address from notification.message
                         where bureau = ? and subject = ? and code = 'fault.first' order by made_at
                        """)
                .params(all.command.bureau().value(), fault.id().value())
                .query((row, n) -> row.getString(1))
                .list();
    }

    private static String id(Actor person) {
        return person.staff().value().toString();
    }

    @Test
    void it_stands_before_what_falls_due_earlier_page_by_page_and_is_marked_in_the_list_and_on_the_ticket()
            throws Exception {
        Fault due = opened(
                faults.report(all.lin, all.wish(all.fixed, time.instant().minus(Duration.ofHours(5)), null, false)));
        Fault later = report(all.broadband);
        Fault country = report(all.rural);
        assertThat(atPost()).containsExactly(due.id(), later.id(), country.id());
        Browser he = Browser.of(web, all.he);
        assertThat(he.look("/faults?lang=en").page()).doesNotContain("Comes first");

        promised(country.ticket());

        assertThat(atPost()).containsExactly(country.id(), due.id(), later.id());
        List<FaultId> paged = new ArrayList<>();
        FaultBoard.After after = FaultBoard.After.START;
        for (int page = 0; page < 3; page++) {
            Fault only = board.page(all.he, FaultBoard.View.UNIT, after, 1).getFirst();
            paged.add(only.id());
            FaultBoard.After place = FaultBoard.After.of(only);
            after = FaultBoard.After.parse(place.inTurn(), place.at(), place.id());
        }
        assertThat(paged).isEqualTo(atPost());
        assertThat(he.look("/faults?lang=en").page()).containsOnlyOnce("Comes first");
        assertThat(he.look("/faults?lang=zh-CN").page()).contains("优先抢修");
        String sheet = "/tickets/" + country.ticket().value();
        assertThat(he.look(sheet + "?lang=en").page()).contains("Comes first", "Promised to come first");
        assertThat(he.look(sheet + "?lang=zh-CN").page()).contains("承诺优先抢修");
        assertThat(files.fault(all.he, country.ticket()).orElseThrow().history().getLast())
                .returns(RepairStep.FIRST, RepairEvent::what)
                .returns(all.lin.staff(), RepairEvent::by);
    }

    @Test
    void whoever_leads_the_post_hears_of_it_and_once_it_is_taken_up_whoever_did() {
        Fault waiting = report(all.fixed);
        promised(waiting.ticket());
        assertThat(rung(waiting)).containsExactly(id(all.zheng));

        Fault taken = report(all.broadband);
        done(faults.accept(all.he, taken.id()));
        promised(taken.ticket());
        assertThat(rung(taken)).containsExactly(id(all.he));
        assertThat(faults.get(all.he, taken.id()))
                .returns(true, Fault::first)
                .returns(RepairState.ACCEPTED, Fault::state);
        assertThat(done(faults.restore(all.he, taken.id(), FaultCause.CABLE, "换线"))
                        .first())
                .isTrue();
    }

    @Test
    void taken_back_it_stands_in_its_turn_again_and_the_same_message_twice_changes_nothing() {
        Fault due = report(all.fixed);
        Fault country = report(all.rural);
        RemedyId promise = promised(country.ticket());
        again(country, promise);
        remedies.takeBack(all.lin, promise);
        deliveries.await(all.command);
        again(country, promise);

        assertThat(atPost()).containsExactly(due.id(), country.id());
        assertThat(files.fault(all.he, country.ticket()).orElseThrow().history())
                .extracting(RepairEvent::what)
                .containsExactly(RepairStep.SEND, RepairStep.FIRST, RepairStep.IN_TURN);
        assertThat(rung(country)).hasSize(1);
    }

    /** What was told when the promise was made. */
    private void again(Fault fault, RemedyId promise) {
        RemedyGiven told = new RemedyGiven(
                promise.value(),
                fault.ticket().value(),
                RemedyKind.PRIORITY_REPAIR.code(),
                null,
                null,
                null,
                time.instant(),
                null);
        deliveries.tell(all.command, RemedyGiven.TOPIC, told);
    }

    @Test
    void without_a_line_to_repair_it_is_neither_offered_nor_given() throws Exception {
        Ticket complaint = tickets.openFor(
                all.lin,
                new NewTicket(TicketKind.COMPLAINT, Channel.HOT_LINE, "断网", "断网，上不了网", null, null, null, null),
                all.customer);
        problem("remedy.norepair", () -> promised(complaint.id()));
        assertThat(remedies.of(all.lin, List.of(complaint.id()))).isEmpty();
        assertThat(plans.offer(all.lin, complaint.id()))
                .extracting(OfferedLine::kind)
                .contains(RemedyKind.CORRECTION)
                .doesNotContain(RemedyKind.PRIORITY_REPAIR);
        problem(
                "remedy.norepair",
                () -> plans.make(
                        all.lin,
                        complaint.id(),
                        0,
                        List.of(new Chosen(RemedyKind.PRIORITY_REPAIR, Speaker.ANYBODY)),
                        "先修"));
        Browser lin = Browser.of(web, all.lin);
        String sheet = "/tickets/" + complaint.id().value();
        assertThat(lin.look(sheet).page()).contains("value=\"correction\"").doesNotContain("value=\"priority-repair\"");
        assertThat(lin.send(sheet + "/remedies", "kind", "priority-repair").next())
                .isEqualTo(sheet);
        assertThat(lin.look(sheet).page()).contains("Nothing is to be repaired on this ticket now");
    }

    @Test
    void it_is_offered_until_the_line_is_restored_and_again_where_the_customer_says_that_it_is_not() throws Exception {
        Fault fault = report(all.fixed);
        Ticket ticket = tickets.get(all.lin, fault.ticket());
        assertThat(tickets.classify(all.lin, ticket.id(), ticket.version(), "no-service"))
                .isInstanceOf(StepResult.Done.class);
        assertThat(offered(ticket)).contains(RemedyKind.PRIORITY_REPAIR);
        assertThat(Browser.of(web, all.lin)
                        .look("/tickets/" + ticket.id().value())
                        .page())
                .contains("value=\"priority-repair\"");
        PlanResult made = plans.follow(all.lin, ticket.id(), 0);
        Browser lin = Browser.of(web, all.lin);
        String plan = "/tickets/" + ticket.id().value() + "/plan?lang=en";
        String refusal = "Nothing is to be repaired on this ticket now, so nothing can come first.";
        assertThat(lin.look(plan).page()).contains("/tick/priority-repair").doesNotContain(refusal);

        done(faults.accept(all.he, fault.id()));
        done(faults.restore(all.he, fault.id(), FaultCause.CABLE, "换线"));
        assertThat(offered(ticket)).doesNotContain(RemedyKind.PRIORITY_REPAIR);
        problem("remedy.norepair", () -> promised(ticket.id()));
        assertThat(plans.tick(all.lin, ((PlanResult.Done) made).plan().id(), RemedyKind.PRIORITY_REPAIR, null, ""))
                .isEqualTo(new TickResult.Refused(TickResult.Why.NO_REPAIR));

        assertThat(lin.look(plan).page()).contains(refusal).doesNotContain("/tick/priority-repair");

        done(faults.deny(all.lin, fault.id(), Channel.HOT_LINE, "还是没声音"));
        assertThat(lin.look(plan).page()).contains("/tick/priority-repair").doesNotContain(refusal);
        assertThat(plans.tick(all.lin, ((PlanResult.Done) made).plan().id(), RemedyKind.PRIORITY_REPAIR, null, ""))
                .isInstanceOf(TickResult.Done.class);
        deliveries.await(all.command);
        assertThat(faults.get(all.he, fault.id()).first()).isTrue();
        assertThat(rung(fault)).containsExactly(id(all.zheng));
    }

    private List<RemedyKind> offered(Ticket ticket) {
        return plans.offer(all.lin, ticket.id()).stream().map(OfferedLine::kind).toList();
    }
}
