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
import org.redress.ground.identity.Actors;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.Staff;
import org.redress.ground.notification.MessageChannel;
import org.redress.ground.notification.Undelivered;
import org.redress.ground.party.Consents;
import org.redress.ground.party.Customers;
import org.redress.ground.party.ReachPoint;
import org.redress.platform.jobs.Outbox;
import org.redress.support.Deliveries;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** What a late repair brings is told by somebody where the product could not write it. */
@RedressIT
@Tag("S5.6")
class UnreachedCustomersIT {

    @Autowired
    Faults faults;

    @Autowired
    Waivers waivers;

    @Autowired
    LineBook book;

    @Autowired
    LateHeard late;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Outbox outbox;

    @Autowired
    Customers customers;

    @Autowired
    Consents consents;

    @Autowired
    Bureaus bureaus;

    @Autowired
    Staff staff;

    @Autowired
    Actors actors;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock time;

    private RepairOffice all;
    private Fault fault;

    @BeforeEach
    void report() {
        all = new RepairOffice(bureaus, staff, actors, customers, book);
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
        Undelivered lost = new Undelivered(
                message, FaultRights.KIND, fault.id().value(), "repair.late", MessageChannel.SMS, false);
        for (int twice = 0; twice < 2; twice++) {
            outbox.add(
                    all.command.bureau().value(),
                    Undelivered.TOPIC,
                    JsonMapper.shared().writeValueAsString(lost));
        }
        deliveries.await(all.command);

        assertThat(waivers.find(all.lin, fault.id()).orElseThrow().told()).isFalse();
        assertThat(bells(message)).isEqualTo(1);
    }

    @Test
    void so_does_one_that_its_customer_does_not_want() {
        consents.note(all.lin, all.customer, ReachPoint.Kind.MOBILE, false, "别发短信");
        late.look(all.command);
        deliveries.await(all.command);

        assertThat(bells(written("repair.late"))).isEqualTo(1);
    }
}
