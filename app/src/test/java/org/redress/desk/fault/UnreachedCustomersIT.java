package org.redress.desk.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.desk.fault.FaultsIT.opened;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.ground.commitment.LateHeard;
import org.redress.ground.notification.MessageChannel;
import org.redress.ground.notification.MessageId;
import org.redress.ground.notification.Messages;
import org.redress.ground.notification.Undelivered;
import org.redress.ground.party.Consents;
import org.redress.ground.party.ReachPoint;
import org.redress.platform.database.Ids;
import org.redress.support.Deliveries;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a late repair brings is told by somebody where the product could not write it. */
@RedressIT
@Tag("S5.6")
class UnreachedCustomersIT {

    @Autowired
    Faults faults;

    @Autowired
    Waivers waivers;

    @Autowired
    WaiverRows rows;

    @Autowired
    RepairOffices offices;

    @Autowired
    LateHeard late;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Messages messages;

    @Autowired
    Consents consents;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock time;

    private RepairOffice all;
    private Fault fault;

    @BeforeEach
    void report() {
        all = offices.open();
        fault = opened(
                faults.report(all.lin, all.wish(all.fixed, time.instant().minus(Duration.ofHours(50)), null, false)));
    }

    private UUID written(String code) {
        return jdbc.sql("select id from notification.message where bureau = ? and subject = ? and code = ?")
                .params(all.command.bureau().value(), fault.id().value(), code)
                .query(UUID.class)
                .single();
    }

    /** About that message, and not about what was written of the ticket itself. */
    private long bells(UUID message) {
        return jdbc.sql("""
                        select count(*) from notification.message
                         where bureau = ? and subject = ? and code = 'ticket.undelivered' and address = ? and occasion = ?
                        """)
                .params(
                        all.command.bureau().value(),
                        fault.ticket().value(),
                        all.lin.staff().value().toString(),
                        "ticket.undelivered." + message)
                .query(Long.class)
                .single();
    }

    @Test
    void a_message_about_a_late_repair_that_came_back_reaches_whoever_answers_for_the_ticket() {
        late.look(all.command);
        deliveries.await(all.command);
        assertThat(waivers.find(all.lin, fault.id()).orElseThrow().told()).isTrue();
        UUID message = written("repair.late");
        lost(message);
        lost(message);

        assertThat(waivers.find(all.lin, fault.id()).orElseThrow().told()).isFalse();
        assertThat(bells(message)).isEqualTo(1);
    }

    private void lost(UUID message) {
        jdbc.sql("update notification.message set state = 'DEAD', fault = 'BOUNCED' where bureau = ? and id = ?")
                .params(all.command.bureau().value(), message)
                .update();
        heard(message);
    }

    private void heard(UUID message) {
        deliveries.tell(
                all.command,
                Undelivered.TOPIC,
                new Undelivered(
                        message, FaultRights.KIND, fault.id().value(), "repair.late", MessageChannel.SMS, false));
    }

    private boolean told() {
        return waivers.find(all.lin, fault.id()).orElseThrow().told();
    }

    @Test
    void once_all_that_was_lost_is_sent_again_nobody_must_tell_the_customer() {
        late.look(all.command);
        deliveries.await(all.command);
        UUID first = written("repair.late");
        UUID second = Ids.next();
        jdbc.sql("""
                        insert into notification.message (bureau, id, subject_kind, subject, occasion, mark, link, code, channel,
                               language, address, urgent, parameters, made_by, made_at, state, due_at, customer)
                        select bureau, ?, subject_kind, subject, 'another', mark, link, code, channel, language, address, urgent,
                               parameters, made_by, made_at, state, due_at, customer
                          from notification.message where bureau = ? and id = ?
                        """).params(second, all.command.bureau().value(), first).update();
        lost(first);
        lost(second);
        assertThat(told()).isFalse();

        messages.resend(all.command, new MessageId(first));
        deliveries.await(all.command);
        assertThat(told()).as("the other is lost still").isFalse();
        messages.resend(all.command, new MessageId(second));
        deliveries.await(all.command);
        assertThat(told()).isTrue();
        heard(first);
        assertThat(told())
                .as("that it was lost is heard after it was sent again")
                .isTrue();
        lost(second);
        assertThat(told()).as("lost once more").isFalse();
    }

    @Test
    void what_could_not_be_written_at_all_is_not_told_by_another_letter_that_is_sent_again() {
        late.look(all.command);
        deliveries.await(all.command);
        UUID first = written("repair.late");
        lost(first);
        rows.untold(all.command.bureau(), fault.id());

        messages.resend(all.command, new MessageId(first));
        deliveries.await(all.command);
        assertThat(told()).isFalse();
    }

    @Test
    void so_does_one_that_its_customer_does_not_want() {
        consents.note(all.lin, all.customer, ReachPoint.Kind.MOBILE, false, "别发短信");
        late.look(all.command);
        deliveries.await(all.command);

        assertThat(bells(written("repair.late"))).isEqualTo(1);
    }
}
