package org.redress.demo;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.redress.desk.fault.Area;
import org.redress.desk.fault.LineBook;
import org.redress.desk.fault.NewLine;
import org.redress.desk.fault.Outage;
import org.redress.desk.fault.Outages;
import org.redress.desk.fault.Service;
import org.redress.desk.recovery.RemedyKind;
import org.redress.desk.recovery.authority.Approvals;
import org.redress.desk.recovery.credit.CreditRuns;
import org.redress.desk.recovery.install.Install;
import org.redress.desk.recovery.install.InstallBook;
import org.redress.desk.recovery.install.Installed;
import org.redress.desk.recovery.install.NewInstall;
import org.redress.desk.recovery.ledger.Proposal;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.CustomerDraft;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Customers;
import org.springframework.stereotype.Component;

/** An exchange that was down for three days and waits for two approvals, another one to be reckoned, installations that came late, and a series of small sums. */
@Component
class DemoCredits implements DemoPart {

    private static final CurrencyUnit YUAN = CurrencyUnit.of("CNY");
    private static final String SOUTH = "南塘局";
    private static final String MILL = "磨坊支局";
    private static final int LINES = 36;
    private static final List<String> NAMES = List.of("周", "吴", "郑", "王", "冯", "陈", "褚", "卫", "蒋", "沈", "韩", "杨");
    private static final List<String> RENTS = List.of("20.00", "29.90", "59.00", "99.00");

    private final LineBook book;
    private final Outages outages;
    private final CreditRuns runs;
    private final InstallBook installs;
    private final Approvals approvals;
    private final Customers customers;
    private final Clock clock;

    DemoCredits(
            LineBook book,
            Outages outages,
            CreditRuns runs,
            InstallBook installs,
            Approvals approvals,
            Customers customers,
            Clock clock) {
        this.book = book;
        this.outages = outages;
        this.runs = runs;
        this.installs = installs;
        this.approvals = approvals;
        this.customers = customers;
        this.clock = clock;
    }

    @Override
    public Class<? extends DemoPart> after() {
        return DemoFaults.class;
    }

    @Override
    public void fill(DemoBureau bureau) {
        Actor command = bureau.command();
        Actor head = bureau.person("zheng");
        Actor crew = bureau.person("he");
        List<CustomerId> hit = people(command);
        lines(command, crew, SOUTH, hit, 0);
        lines(command, crew, MILL, hit.subList(0, 5), 100);
        Outage south = over(head, SOUTH, "施工挖断主干光缆", Duration.ofHours(98), Duration.ofHours(26));
        over(head, MILL, "配电箱烧毁，停电", Duration.ofHours(31), Duration.ofHours(20));
        runs.propose(head, south.id().value());
        installations(command, head, crew, hit);
        series(bureau.person("lin"), hit.get(7));
    }

    /** Small sums for one customer, often enough to be worth a look. */
    private void series(Actor agent, CustomerId customer) {
        for (String sum : List.of("18.00", "25.00", "12.00", "20.00")) {
            approvals.give(
                    agent,
                    Proposal.of(
                            "demo.series." + sum,
                            null,
                            customer,
                            agent.unit(),
                            RemedyKind.BILL_CREDIT.code(),
                            null,
                            null,
                            Money.of(YUAN, new BigDecimal(sum))));
        }
    }

    private List<CustomerId> people(Actor command) {
        return customers
                .match(
                        command,
                        IntStream.range(0, LINES)
                                .mapToObj(n -> draft(NAMES.get(n % NAMES.size()) + (n % 2 == 0 ? "先生" : "女士"), n))
                                .toList())
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    private static CustomerDraft draft(String name, int number) {
        String phone = Long.toString(13_800_007_000L + number);
        return new CustomerDraft("desk", null, name, phone, "+86" + phone, null, "南塘镇" + (number + 1) + "号");
    }

    private void lines(Actor command, Actor crew, String exchange, List<CustomerId> hit, int from) {
        book.assign(command, exchange, crew.unit());
        for (int n = 0; n < hit.size(); n++) {
            book.enter(
                    command,
                    new NewLine(
                            "0500-8404 " + (1000 + from + n),
                            n % 3 == 0 ? Service.BROADBAND : Service.FIXED,
                            "南塘镇" + (n + 1) + "号",
                            exchange,
                            Area.URBAN,
                            hit.get(n),
                            Money.of(YUAN, new BigDecimal(RENTS.get(n % RENTS.size())))));
        }
    }

    private Outage over(Actor head, String exchange, String reason, Duration since, Duration until) {
        Instant now = clock.instant();
        Outage outage =
                outages.declare(head, exchange, reason, now.minus(since), now.plus(Duration.ofHours(1)), List.of());
        outages.end(head, outage.id(), now.minus(until));
        return outage;
    }

    private void installations(Actor command, Actor head, Actor crew, List<CustomerId> hit) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), command.zone());
        install(head, crew, "ZJ-2026-3301", hit.get(0), "208.00", today.minusDays(31), today.minusDays(6));
        Install late =
                install(head, crew, "ZJ-2026-3287", hit.get(1), "158.00", today.minusDays(40), today.minusDays(15));
        installs.done(head, late.id(), late.version(), today.minusDays(11));
        Install kept =
                install(head, crew, "ZJ-2026-3294", hit.get(2), "158.00", today.minusDays(20), today.minusDays(2));
        installs.done(head, kept.id(), kept.version(), today.minusDays(4));
        install(head, crew, "ZJ-2026-3310", hit.get(3), "208.00", today.minusDays(3), today.plusDays(12));
    }

    private Install install(
            Actor head, Actor crew, String number, CustomerId customer, String fees, LocalDate ordered, LocalDate due) {
        return installs.enter(
                head,
                new NewInstall(
                        number,
                        Installed.BROADBAND,
                        customer,
                        crew.unit(),
                        Money.of(YUAN, new BigDecimal(fees)),
                        ordered,
                        due));
    }
}
