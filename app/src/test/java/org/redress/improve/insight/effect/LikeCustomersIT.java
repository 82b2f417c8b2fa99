package org.redress.improve.insight.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.recovery.followup.SomeRecoveries;
import org.redress.desk.ticket.Joins;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketChanged;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.StandingChanged;
import org.redress.platform.database.Ids;
import org.redress.support.Deliveries;
import org.redress.support.RedressIT;
import org.redress.support.SharedData;
import org.springframework.beans.factory.annotation.Autowired;

/** With whom customers are compared, from when on, and what counts as one. */
@RedressIT
@Tag("S4.5")
class LikeCustomersIT extends EffectFixture {

    @Autowired
    SomeRecoveries recoveries;

    @Autowired
    Joins joins;

    @Autowired
    Deliveries deliveries;

    @Test
    void like_customers_count_once_however_many_months_they_are_compared_in() {
        customers(20, 2, 20);
        for (int month = 0; month < 3; month++) {
            for (UUID one : customers(20, 0, 0)) {
                some.failed(command, one, day.minusMonths(month));
            }
        }
        UUID often = customers(1, 0, 0).getFirst();
        for (int i = 0; i < 40; i++) {
            some.failed(command, often, day.minusDays(i));
        }
        some.reckon(command);
        Matched first = matched(Side.NOTHING, 30);
        assertThat(first.matched()).isEqualTo(61);
        // Twenty who never had a failure, forty and one who had none yet in the months before.
        assertThat(first.controls()).isEqualTo(61);
        assertThat(first.alike().n()).isEqualTo(61);
        assertThat(line(Side.AGAIN_NOTHING, 30).cases()).isEqualTo(39);
        assertThat(matched(Side.AGAIN_NOTHING, 30).stayed().n()).isEqualTo(1);
    }

    @Test
    void the_days_run_from_the_closing_and_what_was_given_later_was_not_given() {
        LocalDate closed = day.plusDays(40);
        UUID given = some.failed(command, customers(1, 0, 0).getFirst(), day, closed);
        some.give(command, given, "apology", null, SomeEffects.noon(command, closed));
        UUID later = some.failed(command, customers(1, 1, 60).getFirst(), day, closed);
        some.give(command, later, "gift", "9.00", SomeEffects.noon(command, closed.plusDays(1)));
        UUID back = some.failed(command, customers(1, 0, 0).getFirst(), day, closed);
        some.takeBack(
                command,
                back,
                some.give(command, back, "gift", "9.00", SomeEffects.noon(command, day)),
                "gift",
                SomeEffects.noon(command, closed.plusDays(9)));
        some.failed(command, customers(1, 1, 20).getFirst(), day, closed);
        some.reckon(command);
        assertThat(line(Side.GIVEN, 30).cases()).isEqualTo(2);
        assertThat(cases.of(head, Side.GIVEN, 30, false, Place.TOP, 9))
                .extracting(line -> line.ticket().value())
                .containsExactlyInAnyOrder(given, back);
        assertThat(cases.of(head, Side.NOTHING, 30, false, Place.TOP, 9))
                .as("who had left when it was closed is not looked at")
                .singleElement()
                .returns(later, line -> line.ticket().value())
                .returns(false, EffectCases.Line::stayed);
        assertThat(line(Side.NOTHING, 30).cases()).isEqualTo(1);
        assertThat(line(Side.NOTHING, 90).cases()).isEqualTo(1);
        assertThat(effects.league(head))
                .extracting(LeagueLine::kind, LeagueLine::used, LeagueLine::old)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("apology", 1L, 1L),
                        org.assertj.core.groups.Tuple.tuple("gift", 1L, 0L));
    }

    @Test
    void customers_are_compared_by_what_they_were_before_the_failure() {
        customers(30, 0, 0);
        for (UUID one : customers(30, 0, 0)) {
            some.failed(command, one, day);
            some.customers(
                    command,
                    List.of(SomeEffects.customer(
                            one, 2, "9", since, null, SomeEffects.noon(command, day.plusDays(30)))));
        }
        // Who pays much until the month is over is like nobody in it, whatever they pay today.
        for (int i = 0; i < 5; i++) {
            UUID other = Ids.next();
            some.customers(
                    command,
                    List.of(SomeEffects.customer(
                            other, 1, "900", since, null, SomeEffects.noon(command, day.minusDays(50)))));
            some.customers(
                    command,
                    List.of(SomeEffects.customer(
                            other, 2, "59", since, null, SomeEffects.noon(command, day.plusDays(1)))));
        }
        some.reckon(command);
        assertThat(matched(Side.NOTHING, 30).matched()).isEqualTo(30);
        assertThat(matched(Side.NOTHING, 30).controls()).isEqualTo(30);
    }

    @Test
    void joined_tickets_of_a_customer_are_one_failure() {
        Actor lin = offices.hire(command, Posts.AGENT, "2107");
        CustomerId zhou = recoveries.customer(lin, 4711);
        Ticket first = recoveries.closed(lin, zhou);
        Ticket same = recoveries.closed(lin, zhou);
        some.customers(command, List.of(SomeEffects.customer(zhou.value(), 1, "59", since, null)));
        for (Ticket ticket : List.of(first, same)) {
            some.failures(
                    command,
                    List.of(SomeEffects.failure(
                            command, ticket.id().value(), 99, "closed", zhou.value(), day, "no-service")));
            some.give(command, ticket.id().value(), "gift", "10.00");
        }
        some.reckon(command);
        assertThat(line(Side.AGAIN_GIVEN, 30).cases()).isEqualTo(1);
        joins.join(lin, same.id(), first.id(), null);
        deliveries.await(command);
        some.reckon(command);
        assertThat(line(Side.GIVEN, 30).cases()).isEqualTo(1);
        assertThat(line(Side.AGAIN_GIVEN, 30).cases()).isZero();
        assertThat(cases.of(head, Side.GIVEN, 30, false, Place.TOP, 9)).hasSize(1);
        assertThat(effects.league(head))
                .filteredOn(one -> one.kind().equals("gift"))
                .singleElement()
                .returns(1L, LeagueLine::used)
                .returns(Money.parse("CNY 20.00"), LeagueLine::cost);
        joins.part(lin, same.id(), null);
        deliveries.await(command);
        some.reckon(command);
        assertThat(line(Side.AGAIN_GIVEN, 30).cases()).isEqualTo(1);
    }

    @Test
    void a_customer_of_another_kind_is_like_nobody_and_days_that_have_not_passed_do_not_count() {
        List<UUID> failed = customers(3, 0, 0);
        some.customers(
                command,
                List.of(
                        SomeEffects.customer(Ids.next(), 1, "900", since, null),
                        SomeEffects.customer(Ids.next(), 1, "59", day.minusDays(3), null),
                        SomeEffects.customer(Ids.next(), 1, "59", day.plusDays(3), null)));
        failed.forEach(one -> some.failed(command, one, day));
        LocalDate lately = LocalDate.ofInstant(now, command.zone()).minusDays(10);
        some.failed(command, customers(1, 0, 0).getFirst(), lately);
        some.reckon(command);
        assertThat(line(Side.NOTHING, 30).cases()).isEqualTo(3);
        assertThat(matched(Side.NOTHING, 30).controls()).isEqualTo(1);
        assertThat(line(Side.NOTHING, 90).cases()).isEqualTo(3);
        assertThat(line(Side.NOTHING, 180).cases()).isZero();
    }

    /**
     * Failures are laid over the customers of the classic set by chance, more on those who are new and pay much, who leave more
     * often anyway. By themselves they do nothing, so a fair comparison must find nothing.
     */
    @Test
    void failures_that_do_nothing_are_found_to_do_nothing_though_they_fall_on_those_who_leave_anyway()
            throws IOException {
        List<String> lines = Files.readAllLines(SharedData.file("ibm_churn.csv"), StandardCharsets.US_ASCII);
        List<StandingChanged.One> customers = new ArrayList<>();
        List<TicketChanged.Fact> failures = new ArrayList<>();
        int failed = 0;
        int failedStayed = 0;
        int othersStayed = 0;
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            int tenure = Integer.parseInt(cells[5]);
            double monthly = Double.parseDouble(cells[18]);
            boolean left = cells[20].equals("Yes");
            UUID id = Ids.next();
            customers.add(SomeEffects.customer(
                    id, 1, cells[18], day.minusMonths(tenure).minusDays(5), left ? day.plusDays(5) : null));
            double chance = Integer.toUnsignedLong(cells[0].hashCode() * 0x9E3779B1) / 0x1p32 * 100;
            if (chance < 60 / (1 + tenure / 6.0) * (monthly / 70)) {
                failures.add(SomeEffects.failure(command, Ids.next(), 1, "closed", id, day, null));
                failed++;
                failedStayed += left ? 0 : 1;
            } else {
                othersStayed += left ? 0 : 1;
            }
        }
        some.customers(command, customers);
        some.failures(command, failures);
        some.reckon(command);

        assertThat(customers).hasSize(7043);
        double naive = (double) failedStayed / failed - (double) othersStayed / (customers.size() - failed);
        assertThat(naive).isLessThan(-0.2);
        Matched matched = matched(Side.NOTHING, 30);
        assertThat(matched.matched()).isEqualTo(failed);
        assertThat(matched.difference()).isCloseTo(0, within(0.04));
        assertThat(matched.certain()).isFalse();
    }
}
