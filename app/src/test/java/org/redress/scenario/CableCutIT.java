package org.redress.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.Redress;
import org.redress.desk.contact.ContactId;
import org.redress.desk.contact.Mood;
import org.redress.desk.fault.Fault;
import org.redress.desk.fault.FaultCause;
import org.redress.desk.fault.Faults;
import org.redress.desk.fault.Line;
import org.redress.desk.fault.NewFault;
import org.redress.desk.fault.Outage;
import org.redress.desk.fault.OutageId;
import org.redress.desk.fault.Outages;
import org.redress.desk.fault.RepairResult;
import org.redress.desk.fault.Reporting;
import org.redress.desk.recovery.Remedies;
import org.redress.desk.recovery.Remedy;
import org.redress.desk.recovery.RemedyKind;
import org.redress.desk.recovery.RentOfTime;
import org.redress.desk.recovery.credit.CreditFiles;
import org.redress.desk.recovery.credit.CreditResult;
import org.redress.desk.recovery.credit.CreditRun;
import org.redress.desk.recovery.credit.CreditRunId;
import org.redress.desk.recovery.credit.CreditRunState;
import org.redress.desk.recovery.credit.CreditRuns;
import org.redress.desk.recovery.credit.HitTown;
import org.redress.desk.recovery.credit.HitTown.Town;
import org.redress.desk.recovery.followup.FollowUp;
import org.redress.desk.recovery.followup.FollowUps;
import org.redress.desk.recovery.followup.Marks;
import org.redress.desk.recovery.followup.RunAnswers;
import org.redress.desk.recovery.followup.SomeRecoveries;
import org.redress.desk.recovery.reconcile.Reconciliation;
import org.redress.desk.ticket.Channel;
import org.redress.platform.database.Ids;
import org.redress.platform.jobs.JobKind;
import org.redress.platform.jobs.RecurringJob;
import org.redress.platform.text.Words;
import org.redress.platform.web.Problem;
import org.redress.support.Browser;
import org.redress.support.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;

/**
 * A cable is cut, and 4,000 customers have no service for three days, on a clock of its own: from the alarm over the tickets of
 * some to the credits of all, with the process killed in the middle of them, and on to what the customers say of it.
 */
@SpringBootTest(classes = {Redress.class, CableCutIT.Time.class})
@ContextConfiguration(initializers = OwnDatabase.class)
@AutoConfigureMockMvc
@DirtiesContext
class CableCutIT {

    @TestConfiguration
    static class Time {

        @Bean
        @Primary
        VirtualClock virtualClock() {
            return new VirtualClock(CUT.minus(Duration.ofDays(1)));
        }
    }

    private static final Instant CUT = Instant.parse("2026-11-02T02:00:00Z");
    private static final Instant MENDED = CUT.plus(Duration.ofHours(72));
    /** A machine that does other things as well takes longer than one that waits for this. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final int CUSTOMERS = 4000;
    private static final int CALLERS = 40;
    /** The lines of the exchange that the cut cable does not serve. */
    private static final int SPARED = 5;

    private static final List<String> PLAYED = List.of("clocks", "outbox");
    private static final List<String> ASKING = List.of("follow-ups", "outbox", "message.sms");
    private static final int ANSWERS = 64;
    private static final Marks NOT_CONTENT = new Marks(2, 2, 2, 2, 2, true);
    private static final String RUN_ASK = "followup.run.ask";
    private static final int SEE_OTHER = 303;
    private static final int GONE = 410;
    private static final Money RENT = Money.of(HitTown.YUAN, new BigDecimal("30.00"));

    @Autowired
    VirtualClock clock;

    @Autowired
    HitTown towns;

    @Autowired
    Faults faults;

    @Autowired
    Outages outages;

    @Autowired
    CreditRuns runs;

    @Autowired
    CreditFiles files;

    @Autowired
    Reconciliation reconciliation;

    @Autowired
    Remedies remedies;

    @Autowired
    List<RecurringJob> jobs;

    @Autowired
    List<JobKind> kinds;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc web;

    @Autowired
    SomeRecoveries recoveries;

    @Autowired
    FollowUps followUps;

    @Autowired
    KnownCredits known;

    private Town town;
    private AskedTown people;

    @BeforeEach
    void found() {
        town = towns.found(CUSTOMERS + SPARED);
        people = new AskedTown(
                web, jdbc, town.command().bureau(), TestDatabase.files().resolve("outbox"));
    }

    @Test
    @Tag("S4.3")
    @Tag("S4.5")
    void from_the_alarm_to_the_last_cent_and_to_what_they_say_everybody_gets_theirs_once() throws Exception {
        clock.moveTo(CUT);
        Outage outage = alarm();
        List<Fault> reported = threeDays();
        mend(outage, reported);
        CreditRun run = approved(outage);
        killedInTheMiddle(run);
        resumed(run);
        toTheCent(files.find(town.head(), run.id()).orElseThrow(), waived(reported));
        notOnceMoreByATicket(reported.getFirst());
        theReport(run.id());
        known.everywhere(town, run.id(), reported);
        known.inTheLeague(town, closed(reported).size());
        assertThat(known.hit(town)).isEqualTo(CUSTOMERS);
        asked();
        List<String> late = answered(closed(reported), run.id());
        remindedOnce(late);
        tooLate(late);
        takenBackAsAWhole(run.id());
        assertThat(known.given(town, run.id(), reported)).noneMatch(Remedy::stands);
        assertThat(known.hit(town))
                .as("they had no service, whatever became of the money")
                .isEqualTo(CUSTOMERS);
    }

    /** The alarm names the lines of the cable; the others of the exchange still work. */
    private Outage alarm() throws Exception {
        String numbers =
                town.lines().stream().limit(CUSTOMERS).map(Line::number).collect(Collectors.joining("\r\n"));
        String page = Browser.of(web, town.head())
                .send(
                        "/faults/outages",
                        "exchange",
                        HitTown.EXCHANGE,
                        "reason",
                        "光缆被施工挖断",
                        "since",
                        local(CUT),
                        "end",
                        local(MENDED),
                        "numbers",
                        numbers)
                .next();
        OutageId id = new OutageId(UUID.fromString(page.substring(page.lastIndexOf('/') + 1)));
        assertThat(outages.count(town.head(), id)).isEqualTo(CUSTOMERS);
        return outages.find(town.head(), id).orElseThrow();
    }

    private String local(Instant moment) {
        return LocalDateTime.ofInstant(moment, town.head().zone()).toString();
    }

    /** Some call, the first of them in time to be owed their rent by the clock of their own repair. */
    private List<Fault> threeDays() {
        List<Fault> reported = new ArrayList<>();
        for (int hour = 0; hour < 72; hour++) {
            clock.moveTo(CUT.plus(Duration.ofHours(hour)));
            if (hour % 4 == 1) {
                for (int n = 0; n < CALLERS / 20; n++) {
                    reported.add(report(reported.size() * 7));
                }
            }
            play();
        }
        assertThat(reported).hasSizeGreaterThan(CALLERS / 2);
        return reported;
    }

    private Fault report(int customer) {
        NewFault wish = new NewFault(
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
                false);
        Reporting reporting = faults.report(town.agent(), wish);
        assertThat(reporting).isInstanceOf(Reporting.Opened.class);
        return ((Reporting.Opened) reporting).fault();
    }

    private void play() {
        play(PLAYED);
    }

    private void play(List<String> names) {
        jobs.stream()
                .filter(job -> names.contains(job.name()))
                .forEach(job -> job.work().run());
    }

    private void mend(Outage outage, List<Fault> reported) {
        clock.moveTo(MENDED);
        outages.end(town.head(), outage.id());
        for (Fault fault : reported) {
            done(faults.accept(town.head(), fault.id()));
            done(faults.restore(town.head(), fault.id(), FaultCause.CABLE, "光缆熔接完毕"));
        }
        play();
        for (Fault fault : reported) {
            done(faults.confirm(town.agent(), fault.id(), Channel.HOT_LINE, "通了"));
        }
        play();
        closed(reported).forEach(fault -> recoveries.finish(town.agent(), fault.ticket()));
        play();
    }

    /** All but the first one, whose agent will want to give more. */
    private static List<Fault> closed(List<Fault> reported) {
        return reported.subList(1, reported.size());
    }

    private static void done(RepairResult result) {
        assertThat(result).isInstanceOf(RepairResult.Done.class);
    }

    private List<Fault> waived(List<Fault> reported) {
        return reported.stream()
                .filter(fault -> fault.reported().at().isBefore(MENDED.minus(Duration.ofHours(48))))
                .toList();
    }

    private CreditRun approved(Outage outage) {
        CreditRun run = done(runs.propose(town.head(), outage.id().value()));
        work(run);
        CreditRun built = now(run.id());
        assertThat(built.state()).isEqualTo(CreditRunState.PROPOSED);
        assertThat(built.sums().customers()).isEqualTo(CUSTOMERS);
        CreditRun once = done(runs.approve(town.second(), run.id(), built.version()));
        return done(runs.approve(town.third(), run.id(), once.version()));
    }

    private static CreditRun done(CreditResult result) {
        assertThat(result).isInstanceOf(CreditResult.Done.class);
        return ((CreditResult.Done) result).run();
    }

    private CreditRun now(CreditRunId id) {
        return files.find(town.head(), id).orElseThrow();
    }

    private void work(CreditRun run) {
        kinds.stream()
                .filter(kind -> kind.name().equals("credit.run"))
                .findFirst()
                .orElseThrow()
                .work()
                .accept(town.command().bureau().value() + " " + run.id().value());
    }

    /** Its database connection is cut while it posts: what it has not committed is gone, as with a killed process. */
    private void killedInTheMiddle(CreditRun run) throws Exception {
        try (ExecutorService one = Executors.newSingleThreadExecutor()) {
            CompletableFuture<Void> working = CompletableFuture.runAsync(() -> work(run), one);
            ConditionFactory patiently = Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(2));
            patiently.until(() -> posted(run) >= 1000);
            patiently.until(() -> {
                jdbc.sql("""
                                select count(pg_terminate_backend(pid)) from pg_stat_activity
                                 where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'
                                """).query(Long.class).single();
                return working.isDone();
            });
            assertThatThrownBy(working::get).isInstanceOf(ExecutionException.class);
        }
        assertThat(now(run.id()).state()).isEqualTo(CreditRunState.POSTING);
        assertThat((long) posted(run))
                .as("what it says it has done is what it has done")
                .isEqualTo(count("account = 'POSTED' and key like 'credit.%'"));
        assertThat(count("account = 'PROMISED' and key like 'credit.%'")).isPositive();
    }

    private int posted(CreditRun run) {
        return jdbc.sql("select posted from recovery.credit_run where bureau = ? and id = ?")
                .params(town.command().bureau().value(), run.id().value())
                .query(Integer.class)
                .single();
    }

    private void resumed(CreditRun run) {
        work(run);
        work(run);
        play();
        assertThat(now(run.id()).state()).isEqualTo(CreditRunState.POSTED);
    }

    private void toTheCent(CreditRun run, List<Fault> waived) {
        Money rent = RentOfTime.of(RENT, CUT, MENDED, town.command().zone());
        Money extra = Money.of(
                HitTown.YUAN, rent.getAmount().movePointLeft(2).multiply(new BigDecimal("20")), RoundingMode.CEILING);
        assertThat(waived).isNotEmpty();
        assertThat(run.sums().statutory()).isEqualTo(rent.multipliedBy(CUSTOMERS - waived.size()));
        assertThat(run.sums().goodwill()).isEqualTo(extra.multipliedBy(CUSTOMERS));
        assertThat(sum("account = 'POSTED' and basis = 'OWED' and key like 'credit.%'"))
                .isEqualTo(run.sums().statutory());
        assertThat(sum("account = 'POSTED' and basis = 'RUN'"))
                .isEqualTo(run.sums().goodwill());
        assertThat(everythingBy("select amount from fault.waiver where bureau = ? and taken_back_at is null"))
                .as("the rest of the rent was waived by the clocks of the repairs, from the cut on")
                .hasSize(waived.size())
                .allMatch(one -> one.equals(rent));
        inTheBills();
        assertThat(everythingBy("""
                        select coalesce(sum(amount), 0) from recovery.compensation
                         where bureau = ? and basis = 'RUN' group by customer
                        """)).hasSize(CUSTOMERS).allMatch(one -> one.equals(extra));
        assertThat(jdbc.sql("""
                                select count(*) from notification.message where bureau = ? and code = 'credit.posted'
                                """)
                        .param(town.command().bureau().value())
                        .query(Long.class)
                        .single())
                .as("each is written to once")
                .isEqualTo(CUSTOMERS);
        assertThat(jdbc.sql("""
                                select coalesce(sum(l.amount), 0) from recovery.line l where l.bureau = ?
                                """)
                        .param(town.command().bureau().value())
                        .query(BigDecimal.class)
                        .single())
                .as("double entry")
                .isEqualByComparingTo(BigDecimal.ZERO);
    }

    /** Everything that is posted has reached billing and was accepted: ledger, kept sums and bills agree. */
    private void inTheBills() {
        assertThat(reconciliation.months(town.manager(), YearMonth.of(2026, 11), 1))
                .singleElement()
                .satisfies(month -> {
                    assertThat(month.agrees()).isTrue();
                    assertThat(month.open()).isEqualTo(Money.zero(HitTown.YUAN));
                    assertThat(month.posted()).isEqualTo(sum("account = 'POSTED'"));
                    assertThat(month.billed()).isEqualTo(month.posted());
                });
        assertThat(sum("account = 'POSTED' and basis = 'OWED'"))
                .as("with what the clocks of the repairs have waived")
                .isEqualTo(
                        RentOfTime.of(RENT, CUT, MENDED, town.command().zone()).multipliedBy(CUSTOMERS));
    }

    private List<Money> everythingBy(String sql) {
        return jdbc.sql(sql)
                .param(town.command().bureau().value())
                .query((row, n) -> Money.of(HitTown.YUAN, row.getBigDecimal(1)))
                .list();
    }

    private long count(String where) {
        return jdbc.sql("select count(*) from recovery.compensation where bureau = ? and " + where)
                .param(town.command().bureau().value())
                .query(Long.class)
                .single();
    }

    private Money sum(String where) {
        return Money.of(
                HitTown.YUAN,
                jdbc.sql("select coalesce(sum(amount), 0) from recovery.compensation where bureau = ? and " + where)
                        .param(town.command().bureau().value())
                        .query(BigDecimal.class)
                        .single());
    }

    /** Whoever has it from the run does not get it again from an agent. */
    private void notOnceMoreByATicket(Fault fault) {
        assertThatThrownBy(() -> remedies.give(
                        town.agent(), fault.ticket(), RemedyKind.BILL_CREDIT, Money.ofMajor(HitTown.YUAN, 10), "再补一点"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("remedy.twice.run"));
    }

    /** What a law owes and what is given by choice stand apart, to the cent, on the page and in the file. */
    private void theReport(CreditRunId id) throws Exception {
        CreditRun run = now(id);
        Browser head = Browser.of(web, town.head());
        Words words = Words.of(Locale.ENGLISH);
        assertThat(head.look("/credits/" + id.value()).page())
                .contains("Owed by law", words.money(run.sums().statutory()))
                .contains(words.money(run.sums().rent()), words.money(run.sums().extra()));
        BigDecimal statutory = BigDecimal.ZERO;
        BigDecimal goodwill = BigDecimal.ZERO;
        List<String> rows = new String(head.bytes("/credits/" + id.value() + "/customers.csv"), StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .toList();
        for (String row : rows) {
            String[] cells = row.split(",");
            statutory = statutory.add(new BigDecimal(cells[3]));
            goodwill = goodwill.add(new BigDecimal(cells[4])).add(new BigDecimal(cells[5]));
        }
        assertThat(rows).hasSize(CUSTOMERS);
        assertThat(Money.of(HitTown.YUAN, statutory))
                .isEqualTo(sum("account = 'POSTED' and basis = 'OWED' and key like 'credit.%'"));
        assertThat(Money.of(HitTown.YUAN, goodwill)).isEqualTo(sum("account = 'POSTED' and basis = 'RUN'"));
    }

    /** Two days later, in the evening, they are to be asked; their telephones are left in peace until the morning. */
    private void asked() {
        play(ASKING);
        assertThat(people.received("credit.posted")).isEqualTo(CUSTOMERS);
        clock.moveTo(MENDED.plus(Duration.ofHours(60)));
        play(ASKING);
        assertThat(people.received(RUN_ASK) + people.received("followup.ask"))
                .as("in the night")
                .isZero();
        assertThat(people.count("PLANNED")).isZero();
        clock.moveTo(MENDED.plus(Duration.ofHours(71)));
        play(ASKING);
        assertThat(people.links(RUN_ASK)).hasSizeBetween(CUSTOMERS / 10 - CALLERS, CUSTOMERS / 10);
        assertThat(people.askedTwice()).isZero();
        assertThat(people.count("ASKED")).isEqualTo(people.received(RUN_ASK) + people.received("followup.ask"));
    }

    /** A tenth of those who did not call. */
    private static int asked(List<Fault> reported) {
        return Math.ceilDiv(CUSTOMERS - reported.size(), 10);
    }

    /** Some answer, each once, some of them badly; the links of the others. */
    private List<String> answered(List<Fault> reported, CreditRunId run) throws Exception {
        Map<String, String> links = people.links(RUN_ASK);
        List<String> some = links.values().stream().sorted().limit(ANSWERS).toList();
        int bad = 0;
        for (int n = 0; n < some.size(); n++) {
            Marks marks = n % 8 == 0 ? NOT_CONTENT : new Marks(3 + n % 3, 4, 4, 3 + n % 3, 6 + n % 5, false);
            bad += marks.equals(NOT_CONTENT) ? 1 : 0;
            assertThat(people.answer(some.get(n), marks)).isEqualTo(SEE_OTHER);
            assertThat(people.answer(some.get(n), new Marks(1, 1, 1, 1, 0, true)))
                    .as("who comes twice sees the thanks, and changes nothing")
                    .isEqualTo(SEE_OTHER);
        }
        play(ASKING);
        RunAnswers said = followUps.ofRun(town.head(), run);
        assertThat(links).as("who called is asked about their ticket").hasSize(asked(reported));
        assertThat(said).isEqualTo(new RunAnswers(asked(reported), links.size(), ANSWERS, ANSWERS - bad, bad, bad));
        assertThat(people.all().stream().filter(AskedTown.Asked::bad))
                .hasSize(bad)
                .allMatch(one -> Integer.valueOf(2).equals(one.recovery()) && !one.handledByCaller());
        onTheTicket(reported);
        return links.values().stream().filter(link -> !some.contains(link)).toList();
    }

    /** Who had reported it is asked about their ticket; what they say stands there, and somebody else calls. */
    private void onTheTicket(List<Fault> reported) throws Exception {
        Map<String, String> links = people.links("followup.ask");
        assertThat(links).hasSize(reported.size());
        for (String link : links.values()) {
            assertThat(people.answer(link, NOT_CONTENT)).isEqualTo(SEE_OTHER);
        }
        for (Fault fault : reported) {
            FollowUp one = Objects.requireNonNull(
                    followUps.of(town.agent(), List.of(fault.ticket())).get(fault.ticket()));
            assertThat(one.answer()).isNotNull();
            FollowUp.Callback call = Objects.requireNonNull(one.callback());
            assertThat(call.assigned()).isNotNull().isNotEqualTo(town.agent().staff());
            assertThat(one.handledBy()).contains(town.agent().staff()).doesNotContain(call.assigned());
        }
    }

    private void remindedOnce(List<String> silent) {
        for (int day = 5; day < 9; day++) {
            clock.moveTo(MENDED.plus(Duration.ofHours(72)).plus(Duration.ofDays(day)));
            play(ASKING);
        }
        assertThat(people.links("followup.run.remind")).as("each once").hasSize(silent.size());
    }

    /** A link of the reminder is as good; after its time none is. */
    private void tooLate(List<String> silent) throws Exception {
        List<String> reminded =
                people.links("followup.run.remind").values().stream().sorted().toList();
        assertThat(people.answer(reminded.getFirst(), new Marks(5, 5, 5, 5, 10, false)))
                .isEqualTo(SEE_OTHER);
        clock.moveTo(MENDED.plus(Duration.ofDays(17)));
        String late = reminded.getLast();
        assertThat(people.look(late)).isEqualTo(GONE);
        assertThat(people.answer(late, NOT_CONTENT)).isEqualTo(GONE);
        play(ASKING);
        assertThat(people.count("EXPIRED")).isEqualTo(silent.size() - 1L);
        assertThat(people.all().stream()
                        .filter(one -> one.ofRun() && one.state().equals("ANSWERED")))
                .hasSize(ANSWERS + 1);
    }

    private void takenBackAsAWhole(CreditRunId id) {
        CreditRun posted = now(id);
        CreditRun reversing = done(runs.reverse(town.third(), id, posted.version(), "起止时间登记有误"));
        work(reversing);
        play();
        assertThat(now(id).state()).isEqualTo(CreditRunState.REVERSED);
        assertThat(count("account <> 'REVERSED' and key like 'credit.%'")).isZero();
        assertThat(sum("account = 'REVERSED' and key like 'credit.%'"))
                .isEqualTo(posted.sums().total());
    }
}
