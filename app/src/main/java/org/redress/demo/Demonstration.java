package org.redress.demo;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Actors;
import org.redress.ground.identity.Bureau;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.Posts;
import org.redress.ground.identity.SignInHints;
import org.redress.ground.identity.SignInPage;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.Unit;
import org.redress.ground.intake.FileId;
import org.redress.ground.intake.Intake;
import org.redress.ground.intake.IntakeRuns;
import org.redress.ground.intake.Run;
import org.redress.ground.intake.StoredFile;
import org.redress.platform.text.Words;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Founds the bureau of a first start: the demonstration with its people and cases, or an empty one. */
@Component
public class Demonstration implements SignInHints {

    /** Everybody's; printed at the start and on the sign-in page, valid in the demonstration only. */
    static final String PASSWORD = "redress-demo";

    private static final long SEED = 20261124;
    private static final int CUSTOMERS = 900;
    private static final String QUALITY = "shen";
    private static final String HEAD = "gao";

    private final Bureaus bureaus;
    private final Staff staff;
    private final Actors actors;
    private final Intake intake;
    private final IntakeRuns intakeRuns;
    private final DemoDesk desk;
    private final DemoCauses causes;
    private final DemoCases cases;
    private final DemoProcedures procedures;
    private final DemoMessages messages;
    private final DemoContacts contacts;
    private final DemoMails mails;
    private final DemoFaults faults;
    private final DemoCredits credits;
    private final DemoQuality quality;
    private final DemoPromises promises;
    private final DemoAppeals appeals;
    private final DemoDisputes disputes;
    private final DemoCare care;
    private final DemoMoney money;
    private final DemoRecovery recovery;
    private final DemoSupport support;
    private final DemoDiagnosis diagnosis;
    private final DemoRecoveries recoveries;
    private final DemoFeelings feelings;
    private final Clock clock;

    Demonstration(
            Bureaus bureaus,
            Staff staff,
            Actors actors,
            Intake intake,
            IntakeRuns intakeRuns,
            DemoDesk desk,
            DemoCauses causes,
            DemoCases cases,
            DemoProcedures procedures,
            DemoMessages messages,
            DemoContacts contacts,
            DemoMails mails,
            DemoFaults faults,
            DemoCredits credits,
            DemoQuality quality,
            DemoPromises promises,
            DemoAppeals appeals,
            DemoDisputes disputes,
            DemoCare care,
            DemoMoney money,
            DemoRecovery recovery,
            DemoSupport support,
            DemoDiagnosis diagnosis,
            DemoRecoveries recoveries,
            DemoFeelings feelings,
            Clock clock) {
        this.bureaus = bureaus;
        this.staff = staff;
        this.actors = actors;
        this.intake = intake;
        this.intakeRuns = intakeRuns;
        this.desk = desk;
        this.causes = causes;
        this.cases = cases;
        this.procedures = procedures;
        this.messages = messages;
        this.contacts = contacts;
        this.mails = mails;
        this.faults = faults;
        this.credits = credits;
        this.quality = quality;
        this.promises = promises;
        this.appeals = appeals;
        this.disputes = disputes;
        this.care = care;
        this.money = money;
        this.recovery = recovery;
        this.support = support;
        this.diagnosis = diagnosis;
        this.recoveries = recoveries;
        this.feelings = feelings;
        this.clock = clock;
    }

    /** Founds the demonstration bureau, all in one transaction: a killed start leaves nothing half-done. */
    @Transactional
    public void found() {
        Bureau bureau = bureaus.found("云泽分公司", "Yunze branch", ZoneId.of("Asia/Shanghai"), "CN", "CN", "CNY", true);
        Map<String, Actor> people = hire(bureau);
        RandomGenerator random = new SplittableRandom(SEED);
        DemoCustomers customers = new DemoCustomers(CUSTOMERS, random);
        DemoLedger ledger = new DemoLedger(customers, clock.instant(), bureau.zone(), random);
        bring(bureaus.command(bureau), ledger.csv(random));
        List<Actor> answering = DemoPeople.STAFF.stream()
                .filter(DemoPeople.Person::answers)
                .map(person -> people.get(person.signIn()))
                .toList();
        desk.fill(answering, customers, random);
        contacts.take(answering, Objects.requireNonNull(people.get(HEAD)), customers, random);
        mails.arrive(Objects.requireNonNull(people.get(HEAD)));
        Actor officer = Objects.requireNonNull(people.get(QUALITY));
        causes.name(officer, ledger.causes());
        causes.prevent(officer, bureau.zone());
        cases.give(Objects.requireNonNull(people.get(HEAD)));
        procedures.found(people);
        faults.fill(bureaus.command(bureau), people);
        credits.fill(bureaus.command(bureau), people);
        quality.fill(people);
        promises.make(officer);
        appeals.fill(officer, Objects.requireNonNull(people.get(HEAD)));
        disputes.open(people);
        care.fill(people);
        money.give(people);
        recovery.put(people);
        support.look(people);
        diagnosis.keep(officer);
        recoveries.fill(people, customers);
        money.overspend(people);
        feelings.come(people, customers);
        messages.send(
                officer,
                DemoPeople.STAFF.stream()
                        .filter(DemoPeople.Person::shown)
                        .map(person -> people.get(person.signIn()))
                        .toList());
    }

    private Map<String, Actor> hire(Bureau bureau) {
        Map<String, Unit> units = new HashMap<>();
        DemoPeople.UNITS.forEach(u -> {
            Unit parent = u.parent() == null ? null : units.get(u.parent());
            units.put(
                    u.code(),
                    bureaus.addUnit(bureau.id(), u.code(), u.zh(), u.en(), parent == null ? null : parent.id()));
        });
        Actor command = bureaus.command(bureau);
        Map<String, Actor> people = new HashMap<>();
        DemoPeople.STAFF.forEach(p -> {
            StaffId id = staff.add(
                    command,
                    p.signIn(),
                    PASSWORD,
                    p.name(),
                    p.number(),
                    DemoPeople.unit(units, p).id(),
                    p.post());
            people.put(p.signIn(), actors.of(bureau.id(), id));
        });
        return people;
    }

    private void bring(Actor command, byte[] ledger) {
        FileId id = intake.receive(command, DemoLedger.FILE, "complaints", new ByteArrayInputStream(ledger));
        StoredFile file = intake.file(command, id);
        intake.settle(command, id, file.version(), DemoLedger.SOURCE, file.mapping());
        Run run = intakeRuns.runNow(command, id, Run.Kind.WRITE, progress -> {});
        if (run.state() != Run.State.DONE || run.rejected() > 0) {
            throw new IllegalStateException("the demonstration's ledger was not taken: " + run);
        }
    }

    /** Founds a bureau without anything in it and an administrator with this password. */
    @Transactional
    public DemoAccount foundEmpty(String password) {
        Bureau bureau = bureaus.found("本分公司", "This branch", ZoneId.systemDefault(), "CN", "CN", "CNY", false);
        Unit unit = bureaus.addUnit(bureau.id(), "office", "综合办公室", "Office");
        staff.add(bureaus.command(bureau), "admin", password, "Administrator", "1", unit.id(), Posts.ADMINISTRATOR);
        return new DemoAccount("admin", password, "Administrator", Posts.ADMINISTRATOR);
    }

    @Override
    public List<SignInPage.Account> accounts(Words words) {
        return accounts().stream()
                .map(a -> new SignInPage.Account(a.name(), words.text("post." + a.post()), a.signIn(), a.password()))
                .toList();
    }

    /** The sign-ins to show, if this installation holds the demonstration. */
    public List<DemoAccount> accounts() {
        return bureaus.list().stream().anyMatch(Bureau::demonstration)
                ? DemoPeople.STAFF.stream()
                        .filter(DemoPeople.Person::shown)
                        .map(p -> new DemoAccount(p.signIn(), PASSWORD, p.name(), p.post()))
                        .toList()
                : List.of();
    }
}
