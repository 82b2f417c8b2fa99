package org.redress.desk.recovery.credit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.contact.ContactId;
import org.redress.desk.contact.Mood;
import org.redress.desk.fault.Fault;
import org.redress.desk.fault.Faults;
import org.redress.desk.fault.NewFault;
import org.redress.desk.fault.Reporting;
import org.redress.desk.recovery.RepeatedFailures;
import org.redress.desk.recovery.plan.Plans;
import org.redress.desk.recovery.plan.Why;
import org.redress.desk.recovery.severity.Addend;
import org.redress.desk.recovery.severity.Severities;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.NewTicket;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.Tickets;
import org.redress.platform.database.Ids;
import org.redress.support.Browser;
import org.redress.support.Deliveries;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Whom an outage hit two weeks ago has had a failure, though they never called. */
@RedressIT
@Tag("S4.1")
class HitBeforeIT {

    private static final Duration THREE_DAYS = Duration.ofDays(3);

    @Autowired
    HitTown towns;

    @Autowired
    TownRuns runs;

    @Autowired
    Tickets tickets;

    @Autowired
    Faults faults;

    @Autowired
    RepeatedFailures repeated;

    @Autowired
    Severities severities;

    @Autowired
    Plans plans;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Clock clock;

    @Autowired
    MockMvc web;

    private HitTown.Town town;
    private Instant began;

    @BeforeEach
    void found() {
        town = towns.found(3);
        began = clock.instant().minus(Duration.ofDays(17));
    }

    private TicketId ticket(int customer, String text) {
        return tickets.openFor(
                        town.agent(),
                        new NewTicket(TicketKind.COMPLAINT, Channel.HOT_LINE, "", text, null, null, null, null),
                        town.customers().get(customer))
                .id();
    }

    private String page(TicketId ticket, String language) throws Exception {
        return Browser.of(web, town.agent())
                .look("/tickets/" + ticket.value() + "?lang=" + language)
                .page();
    }

    private Addend repetition(TicketId ticket) {
        return severities.of(town.agent(), ticket).addends().stream()
                .filter(one -> one.what() == Addend.What.REPEAT)
                .findFirst()
                .orElseThrow();
    }

    private boolean plannedAsRepeated(TicketId ticket) {
        return plans.offer(town.agent(), ticket).stream()
                .anyMatch(line -> line.why().contains(Why.REPEATED));
    }

    @Test
    void a_line_that_fails_after_a_credited_outage_has_failed_again_for_the_alert_the_severity_and_the_plan()
            throws Exception {
        runs.posted(town, towns.outage(town, began, THREE_DAYS));
        TicketId ticket = ticket(0, "宽带断网，上不了网");
        deliveries.await(town.command());

        assertThat(repeated.count(town.agent(), ticket)).isEqualTo(1);
        assertThat(page(ticket, "en"))
                .contains("The line has failed before within 30 days, in an outage", HitTown.EXCHANGE)
                .contains("credited without asking");
        assertThat(page(ticket, "zh-CN")).contains("30天内线路第二次出问题，上次是成片中断", "已主动减免");
        assertThat(repetition(ticket).points()).isPositive();
        assertThat(plannedAsRepeated(ticket)).isTrue();
    }

    @Test
    void another_failure_after_it_is_told_of_the_outage_and_is_a_first_one() throws Exception {
        runs.posted(town, towns.outage(town, began, THREE_DAYS));
        TicketId ticket = ticket(0, "发票没有开");
        deliveries.await(town.command());

        assertThat(page(ticket, "en")).contains("An outage hit this customer within 30 days");
        assertThat(page(ticket, "zh-CN")).contains("30天内这位客户还遇到过成片中断");
        assertThat(repetition(ticket).points()).isZero();
        assertThat(plannedAsRepeated(ticket)).isFalse();
    }

    @Test
    void the_outage_that_a_ticket_tells_of_is_no_earlier_failure_of_it_and_counts_once_for_the_next() {
        List<TicketId> reported = new ArrayList<>();
        UUID outage = towns.outage(town, began, THREE_DAYS, () -> reported.add(report(0)));
        runs.posted(town, outage);
        assertThat(repeated.again(town.agent(), reported.getFirst())).isFalse();

        assertThat(repeated.count(town.agent(), ticket(0, "断网，家里没网"))).isEqualTo(1);
    }

    private TicketId report(int customer) {
        Fault fault = ((Reporting.Opened) faults.report(
                        town.agent(),
                        new NewFault(
                                new ContactId(Ids.next()),
                                town.lines().get(customer).id(),
                                Channel.HOT_LINE,
                                Mood.ANGRY,
                                "断网断电话了，什么时候能好？",
                                clock.instant(),
                                null,
                                List.of(),
                                null,
                                null,
                                false)))
                .fault();
        return fault.ticket();
    }

    @Test
    void one_before_the_window_or_not_posted_counts_for_nothing_and_one_that_is_posted_since_is_heard_of() {
        runs.posted(town, towns.outage(town, began.minus(Duration.ofDays(40)), THREE_DAYS));
        UUID outage = towns.outage(town, began, THREE_DAYS);
        CreditRun proposed = runs.proposed(town, outage);
        TicketId ticket = ticket(1, "宽带断网，上不了网");
        deliveries.await(town.command());
        assertThat(repetition(ticket).points()).isZero();

        runs.await(town, runs.approved(town, proposed).id(), CreditRunState.POSTED);
        deliveries.await(town.command());
        assertThat(repetition(ticket).points()).isPositive();
    }
}
