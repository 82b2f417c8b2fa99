package org.redress.desk.recovery.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.recovery.Remedies;
import org.redress.desk.recovery.Remedy;
import org.redress.desk.recovery.RemedyKind;
import org.redress.desk.recovery.SomeMoney;
import org.redress.desk.recovery.authority.Approvals;
import org.redress.desk.ticket.Step;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.party.Redactions;
import org.redress.support.Deliveries;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RedressIT
@Tag("S4.4")
class MoneyRedactionIT {

    @Autowired
    private Offices offices;

    @Autowired
    private Tickets tickets;

    @Autowired
    private Remedies remedies;

    @Autowired
    private Approvals approvals;

    @Autowired
    private Redactions redactions;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void what_was_written_about_the_money_of_a_blacked_out_customer_cannot_be_read_and_the_money_stays() {
        SomeMoney all = new SomeMoney(offices, tickets, remedies);
        Ticket ticket = tickets.get(all.agent, all.ticket("13812342046", "发票没有开"));
        Remedy given = all.find(
                ticket.id(),
                remedies.give(all.agent, ticket.id(), RemedyKind.REFUND, SomeMoney.yuan("400"), "给周女士", "周女士坚持"));
        approvals.decide(all.head, new CompensationId(given.id().value()), 1, false, "周女士已经退过");
        tickets.step(all.agent, ticket.id(), ticket.version(), Step.CANCEL, "已处理");
        deliveries.await(all.product);
        assertThat(telling(all)).containsExactlyInAnyOrder("remedy", "entry", "entry", "approval");

        redactions.redact(all.manager, Objects.requireNonNull(ticket.customer()), "asked by letter");

        assertThat(telling(all)).isEmpty();
        for (String change : List.of("note = 'x'", "amount = 1, note = '▇▇▇'")) {
            assertThatThrownBy(() -> jdbc.sql("update recovery.remedy set " + change + " where bureau = ?")
                            .param(all.product.bureau().value())
                            .update())
                    .hasMessageContaining("never changed");
        }
    }

    private List<String> telling(SomeMoney all) {
        return jdbc.sql("""
                        select 'remedy' from recovery.remedy t where bureau = :b and t::text ~ '周女士'
                        union all select 'entry' from recovery.entry t where bureau = :b and t::text ~ '周女士'
                        union all select 'approval' from recovery.approval t where bureau = :b and t::text ~ '周女士'
                        """)
                .param("b", all.product.bureau().value())
                .query((row, n) -> row.getString(1))
                .list();
    }
}
