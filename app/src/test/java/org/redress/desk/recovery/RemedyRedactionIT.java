package org.redress.desk.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.ticket.Step;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.party.Redactions;
import org.redress.support.Deliveries;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;

@RedressIT
@Tag("S4.3")
class RemedyRedactionIT {

    @Autowired
    private Offices offices;

    @Autowired
    private Tickets tickets;

    @Autowired
    private Remedies remedies;

    @Autowired
    private Redactions redactions;

    @Autowired
    private Deliveries deliveries;

    @Test
    void what_was_written_with_an_apology_cannot_be_read_any_more_and_that_of_others_can() {
        SomeMoney all = new SomeMoney(offices, tickets, remedies);
        TicketId hers = all.ticket("13812342046", "发票没有开");
        TicketId anothers = all.ticket("13912340099", "发票没有开");
        remedies.give(all.agent, hers, RemedyKind.APOLOGY, null, "已向周女士当面道歉");
        RemedyId visit = remedies.give(all.agent, hers, RemedyKind.VISIT, null, "约周女士周三上门");
        remedies.takeBack(all.agent, visit);
        remedies.give(all.agent, anothers, RemedyKind.APOLOGY, null, "已向周女士当面道歉");
        Ticket ticket = tickets.get(all.agent, hers);
        tickets.step(all.agent, hers, ticket.version(), Step.CANCEL, "已处理");
        deliveries.await(all.product);

        redactions.redact(all.manager, Objects.requireNonNull(ticket.customer()), "来信要求");

        assertThat(notes(all, hers))
                .hasSize(2)
                .allMatch(note -> note.contains("▇▇▇"))
                .noneMatch(note -> note.contains("周女士"))
                .anyMatch(note -> note.contains("当面道歉"));
        assertThat(notes(all, anothers)).containsExactly("已向周女士当面道歉");
    }

    private List<String> notes(SomeMoney all, TicketId ticket) {
        return remedies.of(all.head, List.of(ticket)).getOrDefault(ticket, List.of()).stream()
                .map(Remedy::note)
                .toList();
    }
}
