package org.redress.desk.ticket.workplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.Grade;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.TicketOrder;
import org.redress.desk.ticket.TicketView;
import org.redress.platform.web.Problem;

class DeskAddressTest {

    @Test
    void an_address_says_only_what_differs_from_the_start() {
        assertThat(DeskAddress.START.path()).isEqualTo("/desk");
        assertThat(DeskAddress.START.shown()).isEqualTo(TicketView.MINE);
        assertThat(new DeskAddress(" ", null, null, null, "", null, null, TicketOrder.DUE, ""))
                .isEqualTo(DeskAddress.START);
    }

    @Test
    void forms_and_tickets_carry_the_list_with_them() {
        DeskAddress address =
                new DeskAddress("late", TicketKind.FAULT, null, Channel.SMS, "a&b", null, null, null, null);
        TicketId id = new TicketId(new UUID(0, 7));

        assertThat(address.ticket(id))
                .isEqualTo("/tickets/" + id.value() + "?view=late&kind=FAULT&channel=SMS&type=a%26b");
        assertThat(address.form(id, "close")).startsWith("/tickets/" + id.value() + "/close?view=late");
        assertThat(address.page("a_1").path()).endsWith("&at=a_1");
        assertThat(address.of(TicketView.OPEN).path()).isEqualTo("/desk?view=open");
    }

    @Test
    void the_order_stays_when_another_view_is_chosen_and_the_page_begins_anew_when_the_order_is() {
        DeskAddress address =
                new DeskAddress("open", null, null, null, null, null, Grade.GRAVE, TicketOrder.SEVERITY, "a_s7_x");
        assertThat(address.path()).isEqualTo("/desk?view=open&severity=GRAVE&order=SEVERITY&at=a_s7_x");
        assertThat(address.narrowed()).isTrue();
        assertThat(address.of(TicketView.MINE).path()).isEqualTo("/desk?view=mine&order=SEVERITY");
        assertThat(address.by(TicketOrder.DUE).path()).isEqualTo("/desk?view=open&severity=GRAVE");
    }

    @Test
    void a_view_that_does_not_exist_is_absent() {
        assertThatThrownBy(() -> new DeskAddress("nothing", null, null, null, null, null, null, null, null).shown())
                .isInstanceOf(Problem.class);
    }
}
