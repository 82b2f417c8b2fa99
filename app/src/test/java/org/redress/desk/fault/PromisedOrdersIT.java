package org.redress.desk.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.desk.fault.FaultsIT.done;
import static org.redress.desk.fault.FaultsIT.opened;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.recovery.Remedies;
import org.redress.desk.recovery.RemedyGiven;
import org.redress.desk.recovery.RemedyKind;
import org.redress.desk.ticket.Channel;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.Posts;
import org.redress.ground.identity.UnitId;
import org.redress.support.Deliveries;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Of promises that a repair comes first: whoever has the order hears of them, once each, and also where they came first. */
@RedressIT
@Tag("S4.4")
@Tag("S5.6")
class PromisedOrdersIT {

    @Autowired
    RepairOffices offices;

    @Autowired
    Faults faults;

    @Autowired
    FaultFiles files;

    @Autowired
    FaultBoard board;

    @Autowired
    Remedies remedies;

    @Autowired
    PriorityWatch watch;

    @Autowired
    Bureaus bureaus;

    @Autowired
    Deliveries deliveries;

    @Autowired
    TransactionTemplate inOne;

    @Autowired
    JdbcClient jdbc;

    private RepairOffice all;

    @BeforeEach
    void open() {
        all = offices.open();
    }

    private Fault report(Line line) {
        return opened(faults.report(all.lin, all.wish(line)));
    }

    private void promised(Fault fault) {
        remedies.give(all.lin, fault.ticket(), RemedyKind.PRIORITY_REPAIR, null, "家里有老人");
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
    void a_promise_from_before_the_lists_knew_of_it_comes_first_by_the_watch_and_is_told_once() {
        Fault due = report(all.fixed);
        Fault country = report(all.rural);
        inOne.executeWithoutResult(status -> {
            promised(country);
            jdbc.sql("delete from platform.outbox where bureau = ? and topic = ?")
                    .params(all.command.bureau().value(), RemedyGiven.TOPIC)
                    .update();
        });
        assertThat(atPost()).containsExactly(due.id(), country.id());

        watch.look(bureaus.get(all.command.bureau()));
        watch.look(bureaus.get(all.command.bureau()));
        assertThat(atPost()).containsExactly(country.id(), due.id());
        assertThat(files.fault(all.he, country.ticket()).orElseThrow().history())
                .extracting(RepairEvent::what)
                .containsExactly(RepairStep.SEND, RepairStep.FIRST);
        assertThat(rung(country)).containsExactly(id(all.zheng));
    }

    @Test
    void a_post_that_gets_a_promised_order_later_hears_of_it_too_and_again_when_the_customer_denies() {
        UnitId other = bureaus.addUnit(all.command.bureau(), "line-2", "线路二班", "Line crew 2", null)
                .id();
        Actor qin = all.hire("qin", other, Posts.HEAD);
        Fault fault = report(all.fixed);
        promised(fault);
        deliveries.await(all.command);
        done(faults.send(all.lin, fault.id(), other, "归二班管"));
        assertThat(rung(fault)).containsExactly(id(all.zheng), id(qin));

        done(faults.accept(qin, fault.id()));
        done(faults.restore(qin, fault.id(), FaultCause.CABLE, "换线"));
        done(faults.deny(all.lin, fault.id(), Channel.HOT_LINE, "还是没声音"));
        assertThat(rung(fault)).containsExactly(id(all.zheng), id(qin), id(qin));

        Fault inTurn = report(all.rural);
        done(faults.send(all.lin, inTurn.id(), other, "归二班管"));
        assertThat(rung(inTurn)).isEmpty();
    }

    @Test
    void of_an_order_that_is_restored_when_the_promise_is_heard_nobody_is_told_to_arrange_it_until_it_is_denied() {
        Fault fault = report(all.fixed);
        inOne.executeWithoutResult(status -> {
            promised(fault);
            done(faults.accept(all.he, fault.id()));
            done(faults.restore(all.he, fault.id(), FaultCause.CABLE, "换线"));
        });
        deliveries.await(all.command);
        assertThat(faults.get(all.he, fault.id()).first()).isTrue();
        assertThat(rung(fault)).isEmpty();

        done(faults.deny(all.lin, fault.id(), Channel.HOT_LINE, "还是没声音"));
        assertThat(rung(fault)).containsExactly(id(all.zheng));
    }
}
