package org.redress.desk.recovery.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.recovery.Remedies;
import org.redress.desk.recovery.RemedyKind;
import org.redress.desk.recovery.credit.HitTown.Town;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.Joins;
import org.redress.desk.ticket.NewTicket;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.party.CustomerDraft;
import org.redress.platform.web.Problem;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A run of credits and what a person gives on a ticket see each other, whichever ticket it is. */
@RedressIT
@Tag("S4.3")
class GoodwillBesideRunIT {

    @Autowired
    HitTown towns;

    @Autowired
    TownRuns townRuns;

    @Autowired
    CreditFiles files;

    @Autowired
    Tickets tickets;

    @Autowired
    Joins joins;

    @Autowired
    Remedies remedies;

    @Autowired
    JdbcClient jdbc;

    private Town town;
    private UUID outage;

    @BeforeEach
    void found() {
        town = towns.found(3);
        outage = towns.outage(town);
    }

    private TicketId ticket(int customer, TicketKind kind) {
        return tickets.openFor(
                        town.agent(),
                        new NewTicket(kind, Channel.HOT_LINE, "", "电话有杂音，没人管", null, null, null, null),
                        town.customers().get(customer))
                .id();
    }

    /** The fault that a customer reported of the outage, as the fault desk keeps it. */
    private TicketId faultOf(int customer) {
        TicketId ticket = ticket(customer, TicketKind.FAULT);
        jdbc.sql("""
                        insert into fault.fault (bureau, id, ticket, line, outage, level, state, unit, reported_by, reported_at, due_at)
                        values (:bureau, gen_random_uuid(), :ticket, :line, :outage, 1, 'WITHDRAWN', :unit, :by, now(), now())
                        """)
                .param("bureau", town.command().bureau().value())
                .param("ticket", ticket.value())
                .param("line", town.lines().get(customer).id().value())
                .param("outage", outage)
                .param("unit", town.crew().value())
                .param("by", town.agent().staff().value())
                .update();
        return ticket;
    }

    private void give(TicketId ticket, String why) {
        remedies.give(town.agent(), ticket, RemedyKind.BILL_CREDIT, Money.of(HitTown.YUAN, 20), "", why);
    }

    @Test
    void what_was_given_on_a_complaint_that_is_joined_with_a_fault_of_the_outage_counts_in_the_run() {
        TicketId fault = faultOf(0);
        TicketId complaint = ticket(0, TicketKind.COMPLAINT);
        give(complaint, "");
        joins.join(town.head(), complaint, fault, "同一件事");

        CreditRun run = townRuns.proposed(town, outage);

        assertThat(files.shares(town.head(), run, null, 9))
                .filteredOn(share -> share.customer().equals(town.customers().getFirst()))
                .singleElement()
                .returns(CreditShare.Why.COMPENSATED, CreditShare::why)
                .satisfies(share -> assertThat(share.extra().isZero()).isTrue());
        assertThat(files.shares(town.head(), run, null, 9))
                .filteredOn(share -> share.why() == null)
                .hasSize(2);
    }

    @Test
    void after_a_run_nothing_is_given_on_a_joined_complaint_and_elsewhere_only_with_a_reason() {
        TicketId fault = faultOf(0);
        TicketId complaint = ticket(0, TicketKind.COMPLAINT);
        joins.join(town.head(), complaint, fault, "同一件事");
        TicketId apart = ticket(1, TicketKind.COMPLAINT);
        townRuns.posted(town, outage);

        assertThatThrownBy(() -> give(complaint, "客户坚持"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("remedy.twice.run"));
        assertThatThrownBy(() -> give(apart, ""))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("remedy.earlier.run"));
        give(apart, "查过了，是另一件事");
    }

    @Test
    void a_cent_that_is_given_on_another_ticket_between_preview_and_posting_is_what_the_budget_lacks() {
        town = towns.found(5);
        outage = towns.outage(town);
        towns.budget(town, "18.00", town.manager());
        CreditRun run = townRuns.proposed(town, outage);
        assertThat(run.sums().total()).as("all that there is").isEqualTo(yuan("18.00"));
        TicketId elsewhere = tickets.open(
                        town.agent(),
                        new NewTicket(
                                TicketKind.COMPLAINT,
                                Channel.HOT_LINE,
                                "",
                                "发票没有开",
                                new CustomerDraft("desk", null, "孙先生", "13987650001", "+8613987650001", null, null),
                                null,
                                null,
                                null))
                .id();
        remedies.give(town.agent(), elsewhere, RemedyKind.BILL_CREDIT, yuan("0.01"), "");

        CreditRun lacking = townRuns.approved(town, run, CreditRunState.SHORT);

        assertThat(lacking.sums().lacking()).isEqualTo(yuan("0.01"));
        assertThat(jdbc.sql("select amount from recovery.compensation where bureau = ?")
                        .param(town.command().bureau().value())
                        .query(BigDecimal.class)
                        .list())
                .as("nothing of the run is entered")
                .containsExactly(new BigDecimal("0.01"));
    }

    private static Money yuan(String sum) {
        return Money.of(HitTown.YUAN, new BigDecimal(sum));
    }
}
