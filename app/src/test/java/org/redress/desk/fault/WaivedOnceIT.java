package org.redress.desk.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.desk.fault.FaultsIT.done;
import static org.redress.desk.fault.FaultsIT.opened;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.contact.ContactId;
import org.redress.desk.contact.Contacts;
import org.redress.desk.contact.Mood;
import org.redress.desk.contact.NewContact;
import org.redress.desk.recovery.DeadTime;
import org.redress.desk.recovery.Remedies;
import org.redress.desk.recovery.Remedy;
import org.redress.desk.recovery.RentOfTime;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.Step;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.commitment.LateHeard;
import org.redress.ground.identity.Actors;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.Staff;
import org.redress.ground.party.Customers;
import org.redress.platform.database.Ids;
import org.redress.platform.database.Moments;
import org.redress.support.Deliveries;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Two tickets of one line, the older of which gets its order after the other one's has ended: no moment is waived twice. */
@RedressIT
@Tag("S5.6")
class WaivedOnceIT {

    @Autowired
    Faults faults;

    @Autowired
    Waivers waivers;

    @Autowired
    Outages outages;

    @Autowired
    OutageRows outageRows;

    @Autowired
    LineBook book;

    @Autowired
    Contacts contacts;

    @Autowired
    Remedies remedies;

    @Autowired
    Tickets tickets;

    @Autowired
    LateHeard late;

    @Autowired
    Deliveries deliveries;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Customers customers;

    @Autowired
    Bureaus bureaus;

    @Autowired
    Staff staff;

    @Autowired
    Actors actors;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    java.time.Clock time;

    private RepairOffice all;
    private Instant now;

    @BeforeEach
    void open() {
        all = new RepairOffice(bureaus, staff, actors, customers, book);
        now = time.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private Instant before(int days) {
        return now.minus(Duration.ofDays(days));
    }

    /** A ticket without an order, as a mail makes it. */
    private TicketId ticket(Instant spoken) {
        return Objects.requireNonNull(contacts.record(
                        all.lin,
                        new NewContact(
                                new ContactId(Ids.next()),
                                Channel.HOT_LINE,
                                new NewContact.Known(all.customer),
                                "电话没有声音",
                                Mood.CALM,
                                spoken,
                                null,
                                new NewContact.Ticket(TicketKind.FAULT, "", null, null)))
                .matter()
                .ticket());
    }

    private Fault order(TicketId ticket) {
        return opened(faults.report(all.lin, ticket, new NewOrder(all.fixed.id(), List.of(), null, null, false)));
    }

    private Fault restored(Fault fault) {
        done(faults.accept(all.he, fault.id()));
        done(faults.restore(all.he, fault.id(), FaultCause.CABLE, "查修完毕"));
        Fault confirmed = done(faults.confirm(all.lin, fault.id(), Channel.HOT_LINE, ""));
        deliveries.await(all.command);
        return confirmed;
    }

    private List<Remedy> given(Fault fault) {
        return remedies.of(all.lin, List.of(fault.ticket())).getOrDefault(fault.ticket(), List.of());
    }

    private Fault called(int days) {
        return opened(faults.report(all.lin, all.wish(all.fixed, before(days), null, false)));
    }

    @Test
    void an_order_on_an_older_ticket_begins_where_the_line_was_repaired_since_and_is_not_late_at_once() {
        TicketId mail = ticket(before(7));
        Fault repaired = restored(called(6));
        assertThat(given(repaired)).as("it was too long").hasSize(1);

        Fault again = order(mail);
        assertThat(again.reported().at()).isEqualTo(repaired.work().restoredAt());
        assertThat(again.due().at()).isEqualTo(again.reported().at().plus(Duration.ofHours(48)));
        assertThat(restored(again).due().late()).isFalse();
        assertThat(given(again)).isEmpty();
        assertThat(waivers.find(all.lin, again.id())).isEmpty();
    }

    @Test
    void a_repair_that_was_made_after_the_ticket_came_is_none_that_did_not_last() {
        TicketId mail = ticket(before(7));
        restored(called(6));
        assertThat(order(mail).repeatOf()).isNull();
    }

    @Test
    void the_time_that_was_waived_where_another_report_was_taken_back_is_not_waived_again() {
        TicketId mail = ticket(before(7));
        Fault called = called(6);
        late.look(all.command);
        tickets.step(
                all.lin, called.ticket(), tickets.get(all.lin, called.ticket()).version(), Step.CANCEL, "客户改用手机");
        deliveries.await(all.command);
        Fault again = restored(order(mail));

        DeadTime first = entered(called).orElseThrow();
        DeadTime second =
                new DeadTime(before(7), Objects.requireNonNull(again.work().restoredAt()));
        Waiver.Entered last =
                waivers.find(all.lin, again.id()).orElseThrow().entered().getLast();
        assertThat(last.times()).isEqualTo(second.without(List.of(first)));
        assertThat(last.times().getFirst().until()).isEqualTo(first.from());
        assertThat(given(again))
                .singleElement()
                .returns(RentOfTime.of(RepairOffice.RENT, last.times(), all.command.zone()), Remedy::sum);
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> waivers.keep(all.command, called.id(), false));
        assertThat(entered(called)).as("nor taken from the first one").contains(first);
    }

    private Optional<DeadTime> entered(Fault fault) {
        return waivers.find(all.lin, fault.id()).stream()
                .flatMap(waiver -> waiver.entered().getLast().times().stream())
                .findFirst();
    }

    @Test
    void in_an_outage_a_line_that_was_repaired_since_is_dead_from_then_on_only() {
        outages.declare(all.zheng, RepairOffice.EXCHANGE, "光缆被挖断", before(9), before(-1), List.of());
        Fault first = called(8);
        Fault repaired = restored(first);
        jdbc.sql("update fault.fault set restored_at = ? where bureau = ? and id = ?")
                .params(
                        Moments.at(before(2)),
                        all.command.bureau().value(),
                        repaired.id().value())
                .update();
        Fault again = called(0);

        assertThat(outageRows.dead(all.command.bureau(), first)).isEqualTo(before(9));
        assertThat(again.outage()).isNotNull();
        assertThat(outageRows.dead(all.command.bureau(), again)).isEqualTo(before(2));
    }
}
