package org.redress.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketState;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Customers;
import org.springframework.jdbc.core.simple.JdbcClient;

/** That no matter ends without a word to its customer. */
final class Endings {

    private final JdbcClient jdbc;
    private final Customers customers;
    private final Actor eye;
    private final Set<TicketState> seen = EnumSet.noneOf(TicketState.class);
    private int written;

    Endings(JdbcClient jdbc, Customers customers, Actor eye) {
        this.jdbc = jdbc;
        this.customers = customers;
        this.eye = eye;
    }

    void check(Ticket ticket) {
        seen.add(ticket.state());
        if (ticket.state() == TicketState.CLOSED) {
            assertThat(ticket.reply().answeredAt()).isNotNull();
            assertThat(ticket.outcome().settlement()).isNotBlank();
        } else if (!ticket.state().open()) {
            toldWhy(ticket);
        }
    }

    /** Whoever can be reached was written to with the reason. */
    private void toldWhy(Ticket ticket) {
        List<String> reasons = jdbc.sql("""
                        select parameters ->> 'reason' from notification.message
                         where bureau = ? and subject_kind = 'ticket' and subject = ? and code = 'ticket.ended'
                        """)
                .params(eye.bureau().value(), ticket.id().value())
                .query((row, n) -> row.getString(1))
                .list();
        CustomerId customer = ticket.customer();
        if (customer == null || customers.reach(eye, customer).isEmpty()) {
            assertThat(reasons).as("nobody to tell of %s", ticket.number()).isEmpty();
        } else {
            assertThat(reasons).as("told of the end of %s", ticket.number()).containsExactly(ticket.stateReason());
            written++;
        }
    }

    void ofAllSorts() {
        assertThat(seen)
                .as("the week has all sorts of ends")
                .contains(TicketState.CLOSED, TicketState.REJECTED, TicketState.CANCELLED, TicketState.IN_PROGRESS);
        assertThat(written).as("customers told of an end").isPositive();
    }
}
