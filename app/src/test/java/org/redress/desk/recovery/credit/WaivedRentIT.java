package org.redress.desk.recovery.credit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.contact.ContactId;
import org.redress.desk.contact.Mood;
import org.redress.desk.fault.Fault;
import org.redress.desk.fault.FaultCause;
import org.redress.desk.fault.Faults;
import org.redress.desk.fault.LineId;
import org.redress.desk.fault.NewFault;
import org.redress.desk.fault.Outage;
import org.redress.desk.fault.Outages;
import org.redress.desk.fault.RepairResult;
import org.redress.desk.fault.Reporting;
import org.redress.desk.recovery.RentOfTime;
import org.redress.desk.recovery.credit.HitTown.Town;
import org.redress.desk.ticket.Channel;
import org.redress.platform.database.Ids;
import org.redress.platform.database.Moments;
import org.redress.support.Deliveries;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rent of a line's dead time, by its own repair and by the run of the outage: each hour of it once. */
@RedressIT
@Tag("S4.3")
class WaivedRentIT {

    @Autowired
    HitTown towns;

    @Autowired
    TownRuns townRuns;

    @Autowired
    Outages outages;

    @Autowired
    Faults faults;

    @Autowired
    Deliveries deliveries;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock time;

    private Town town;
    private Instant now;

    @BeforeEach
    void found() {
        town = towns.found(2);
        now = time.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private Instant ago(int hours) {
        return now.minus(Duration.ofHours(hours));
    }

    private Outage declared(int hoursAgo, LineId... hit) {
        return outages.declare(
                town.head(), HitTown.EXCHANGE, "光缆被挖断", ago(hoursAgo), now.plus(Duration.ofHours(5)), List.of(hit));
    }

    private Fault report(int line, int hoursAgo) {
        Reporting reporting = faults.report(
                town.agent(),
                new NewFault(
                        new ContactId(Ids.next()),
                        town.lines().get(line).id(),
                        Channel.HOT_LINE,
                        Mood.WORRIED,
                        "电话断了",
                        ago(hoursAgo),
                        null,
                        List.of(),
                        null,
                        null,
                        false));
        assertThat(reporting).isInstanceOf(Reporting.Opened.class);
        return ((Reporting.Opened) reporting).fault();
    }

    private Instant restored(Fault fault) {
        assertThat(faults.accept(town.head(), fault.id())).isInstanceOf(RepairResult.Done.class);
        RepairResult result = faults.restore(town.head(), fault.id(), FaultCause.CABLE, "光缆熔接完毕");
        assertThat(result).isInstanceOf(RepairResult.Done.class);
        deliveries.await(town.command());
        return Objects.requireNonNull(
                ((RepairResult.Done) result).fault().work().restoredAt());
    }

    /** What of the law's money a customer has. */
    private Money owed(int customer) {
        return Money.of(
                HitTown.YUAN,
                jdbc.sql("""
                                select coalesce(sum(amount), 0) from recovery.compensation
                                 where bureau = ? and customer = ? and basis = 'OWED' and account in ('PROMISED', 'POSTED')
                                """)
                        .params(
                                town.command().bureau().value(),
                                town.customers().get(customer).value())
                        .query(BigDecimal.class)
                        .single());
    }

    private Money rent(Instant from, Instant until) {
        return RentOfTime.of(
                Money.of(HitTown.YUAN, new BigDecimal("30.00")),
                from,
                until,
                town.command().zone());
    }

    private @Nullable Outage outage(Fault fault) {
        Fault as = faults.get(town.agent(), fault.id());
        return as.outage() == null
                ? null
                : outages.find(town.agent(), as.outage()).orElseThrow();
    }

    @Test
    void who_reported_before_the_outage_was_declared_has_its_rent_once() {
        Fault early = report(0, 61);
        Outage outage = declared(60);
        assertThat(outage(early)).isEqualTo(outage);
        Instant works = restored(early);
        outages.end(town.head(), outage.id(), works);
        CreditRun run = townRuns.posted(town, outage.id().value());

        assertThat(townRuns.share(town, run, town.customers().get(0)))
                .returns(CreditShare.Why.COMPENSATED, CreditShare::why)
                .satisfies(share -> assertThat(share.statutory().isZero()).isTrue());
        assertThat(owed(0)).isEqualTo(rent(ago(61), works));
        assertThat(owed(1).isPositive()).isTrue();
    }

    @Test
    void a_fault_of_a_line_that_the_alarm_does_not_name_or_that_worked_again_before_is_not_the_outages() {
        Fault spared = report(1, 3);
        Fault before = report(0, 4);
        restored(before);
        jdbc.sql("update fault.fault set restored_at = ? where bureau = ? and id = ?")
                .params(
                        Moments.at(ago(3)),
                        town.command().bureau().value(),
                        before.id().value())
                .update();
        declared(2, town.lines().get(0).id());

        assertThat(outage(spared)).isNull();
        assertThat(outage(before)).isNull();
    }

    @Test
    void a_fault_that_is_reported_in_an_outage_that_spares_its_line_waives_from_its_own_report_on() {
        Outage outage = declared(70, town.lines().get(1).id());
        Fault own = report(0, 60);
        assertThat(outage(own)).isNull();
        Instant works = restored(own);

        assertThat(owed(0)).isEqualTo(rent(ago(60), works));
        assertThat(outages.counts(town.head(), List.of(outage.id()))).isEmpty();
    }

    @Test
    void the_run_gives_the_rent_of_those_hours_of_the_outage_that_no_waiver_has_given() {
        Fault reported = report(0, 60);
        Outage outage = declared(60);
        Instant works = restored(reported);
        outages.end(town.head(), outage.id(), works);
        jdbc.sql("update fault.outage set declared_at = ? where bureau = ? and id = ?")
                .params(
                        Moments.at(ago(80)),
                        town.command().bureau().value(),
                        outage.id().value())
                .update();
        CreditRun run = townRuns.posted(town, outage.id().value());

        CreditShare share = townRuns.share(town, run, town.customers().get(0));
        assertThat(share.statutory()).isEqualTo(rent(ago(80), ago(60)));
        assertThat(share.why()).isEqualTo(CreditShare.Why.COMPENSATED);
        assertThat(share.extra())
                .as("on the rent of all of it")
                .isEqualTo(townRuns.share(town, run, town.customers().get(1)).extra());
        assertThat(owed(0)).isEqualTo(rent(ago(60), works).plus(rent(ago(80), ago(60))));
    }

    @Test
    void a_run_that_is_taken_back_leaves_nobody_without_the_rent_that_a_waiver_had_left_to_it() {
        Fault reported = report(0, 59);
        Outage outage = declared(60);
        outages.end(town.head(), outage.id(), ago(6));
        CreditRun run = townRuns.posted(town, outage.id().value());
        Instant works = restored(reported);
        assertThat(owed(0)).isEqualTo(rent(ago(60), ago(6)).plus(rent(ago(6), works)));

        townRuns.reversed(town, run);
        assertThat(owed(0)).as("the whole of it by the waiver").isEqualTo(rent(ago(60), works));
        assertThat(owed(1).isZero()).isTrue();

        CreditRun anew = townRuns.posted(town, outage.id().value());
        assertThat(townRuns.share(town, anew, town.customers().get(0))
                        .statutory()
                        .isZero())
                .isTrue();
        assertThat(owed(0)).isEqualTo(rent(ago(60), works));
        assertThat(owed(1)).isEqualTo(rent(ago(60), ago(6)));
    }
}
