package org.redress.demo;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.desk.contact.ContactId;
import org.redress.desk.contact.Mood;
import org.redress.desk.fault.Area;
import org.redress.desk.fault.Diagnosis.Said;
import org.redress.desk.fault.Fault;
import org.redress.desk.fault.FaultCause;
import org.redress.desk.fault.Faults;
import org.redress.desk.fault.Line;
import org.redress.desk.fault.LineBook;
import org.redress.desk.fault.LineTests;
import org.redress.desk.fault.NewFault;
import org.redress.desk.fault.NewLine;
import org.redress.desk.fault.Outages;
import org.redress.desk.fault.RepairResult;
import org.redress.desk.fault.Reporting;
import org.redress.desk.fault.Service;
import org.redress.desk.fault.Window;
import org.redress.desk.fault.simulator.Defect;
import org.redress.desk.fault.simulator.LineSimulator;
import org.redress.desk.ticket.Channel;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.CustomerDraft;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Customers;
import org.redress.platform.database.Ids;
import org.springframework.stereotype.Component;

/**
 * The fault desk of the demonstration: lines sound and faulty, an exchange that is down, and faults in every stage, one too late
 * and one that came back. The numbers begin with 0500, which no town has.
 */
@Component
class DemoFaults implements DemoPart {

    private static final CurrencyUnit YUAN = CurrencyUnit.of("CNY");
    private static final String NORTH = "城北局";
    private static final String EAST = "河东局";
    private static final String BRIDGE = "石桥支局";
    private static final LocalTime NINE = LocalTime.of(9, 0);
    private static final LocalTime ELEVEN = LocalTime.of(11, 0);

    private final LineBook book;
    private final LineSimulator simulator;
    private final LineTests tests;
    private final Outages outages;
    private final Faults faults;
    private final Customers customers;
    private final Clock clock;

    DemoFaults(
            LineBook book,
            LineSimulator simulator,
            LineTests tests,
            Outages outages,
            Faults faults,
            Customers customers,
            Clock clock) {
        this.book = book;
        this.simulator = simulator;
        this.tests = tests;
        this.outages = outages;
        this.faults = faults;
        this.customers = customers;
        this.clock = clock;
    }

    /** One of the lines. */
    private record Entry(
            String number,
            Service service,
            String exchange,
            String address,
            String customer,
            String phone,
            String rent,
            @Nullable Defect defect) {}

    private static final List<Entry> LINES = List.of(
            new Entry(
                    "0500-8101 2046",
                    Service.FIXED,
                    NORTH,
                    "城北区枫林路7号2单元301",
                    "周晓梅",
                    "13800000901",
                    "20.00",
                    broken(1200)),
            new Entry("0500-8101 3377", Service.FIXED, NORTH, "城北区柳巷19号", "陈国华", "13800000902", "20.00", earth()),
            new Entry("0500-8101 5512", Service.FIXED, NORTH, "城北区枫林路22号", "李建平", "13800000903", "20.00", null),
            new Entry("0500-8101 6620", Service.FIXED, NORTH, "城北区柳巷3号", "吴秀兰", "13800000904", "20.00", noise()),
            new Entry("KD-8101 9001", Service.BROADBAND, NORTH, "城北区枫林路22号", "李建平", "13800000903", "99.00", null),
            new Entry("0500-8202 1180", Service.FIXED, EAST, "河东区南湖路41号", "黄志强", "13800000905", "20.00", dead()),
            new Entry("KD-8202 7310", Service.BROADBAND, EAST, "河东区南湖路88号3单元502", "刘美玲", "13800000906", "129.00", null),
            new Entry("TV-8202 7311", Service.IPTV, EAST, "河东区南湖路88号3单元502", "刘美玲", "13800000906", "20.00", null),
            new Entry("0500-8303 0417", Service.FIXED, BRIDGE, "石桥镇上村12组", "赵大田", "13800000907", "15.00", crossed()),
            new Entry("0500-8303 0902", Service.FIXED, BRIDGE, "石桥镇下村4组", "孙桂英", "13800000908", "15.00", busy()),
            new Entry("0500-8101 7788", Service.FIXED, NORTH, "城北区枫林路55号", "Emma Clarke", "13800000909", "20.00", null),
            new Entry("13800000903", Service.MOBILE, NORTH, "城北区枫林路22号", "李建平", "13800000903", "58.00", null));

    private static Defect broken(int metres) {
        return new Defect(Defect.Kind.BROKEN, metres, 0);
    }

    private static Defect earth() {
        return new Defect(Defect.Kind.EARTH, 800, 6);
    }

    private static Defect noise() {
        return new Defect(Defect.Kind.NOISE, 0, 46);
    }

    private static Defect crossed() {
        return new Defect(Defect.Kind.SHORT, 900, 15);
    }

    private static Defect busy() {
        return new Defect(Defect.Kind.BUSY, 0, 0);
    }

    private static Defect dead() {
        return new Defect(Defect.Kind.DEAD, 0, 0);
    }

    @Override
    public Class<? extends DemoPart> after() {
        return DemoProcedures.class;
    }

    @Override
    public void fill(DemoBureau bureau) {
        Actor command = bureau.command();
        Actor crew = bureau.person("he");
        List.of(NORTH, EAST, BRIDGE).forEach(exchange -> book.assign(command, exchange, crew.unit()));
        Map<String, Line> lines = new HashMap<>();
        LINES.forEach(entry -> lines.put(entry.number(), enter(command, entry)));
        outages.declare(
                bureau.person("zheng"), EAST, "修路施工挖断光缆，正在熔接", clock.instant().plus(Duration.ofHours(3)));
        onSite(bureau, line(lines, "0500-8101 2046"));
        report(
                bureau.person("tang"),
                line(lines, "KD-8202 7310"),
                Mood.ANGRY,
                "宽带一上午都连不上，孩子上网课，什么时候能好？",
                Duration.ofMinutes(40),
                List.of(new Said("light", "red"), new Said("neighbours", "yes")),
                null);
        tooLate(bureau, line(lines, "0500-8101 3377"));
        cameBack(bureau, line(lines, "0500-8101 7788"));
        ZonedDateTime tomorrow = LocalDate.ofInstant(clock.instant(), crew.zone())
                .plusDays(1)
                .atTime(NINE)
                .atZone(crew.zone());
        report(
                bureau.person("shao"),
                line(lines, "0500-8303 0417"),
                Mood.CALM,
                "电话打不出去也打不进来，今天下地，明天上午九点以后家里才有人。",
                Duration.ofMinutes(90),
                List.of(new Said("tone", "none"), new Said("sets", "every"), new Said("works", "no")),
                new Window(tomorrow.toInstant(), tomorrow.with(ELEVEN).toInstant()));
    }

    private Line enter(Actor command, Entry entry) {
        CustomerId customer = Objects.requireNonNull(customers
                .match(
                        command,
                        List.of(new CustomerDraft(
                                "desk",
                                null,
                                entry.customer(),
                                entry.phone(),
                                "+86" + entry.phone(),
                                null,
                                entry.address())))
                .getFirst());
        Line line = book.enter(
                command,
                new NewLine(
                        entry.number(),
                        entry.service(),
                        entry.address(),
                        entry.exchange(),
                        entry.exchange().equals(BRIDGE) ? Area.RURAL : Area.URBAN,
                        customer,
                        Money.of(YUAN, new BigDecimal(entry.rent()))));
        if (entry.defect() != null) {
            simulator.plant(command, line.id(), entry.defect());
        }
        return line;
    }

    /** Tested while the customer was on the telephone; the crew is there. */
    private void onSite(DemoBureau bureau, Line line) {
        Actor agent = bureau.person("lin");
        Actor crew = bureau.person("he");
        tests.keep(agent, tests.measure(agent, line.id()));
        Fault fault = report(
                agent,
                line,
                Mood.WORRIED,
                "家里电话没有声音，老人一个人在家，打不通我很担心。",
                Duration.ofHours(3),
                List.of(new Said("tone", "none"), new Said("sets", "every"), new Said("works", "yes")),
                null);
        done(faults.accept(crew, fault.id()));
        done(faults.arrive(crew, fault.id()));
    }

    /** Over the limit before it was restored: its rent is waived by itself, and the customer is yet to be asked. */
    private void tooLate(DemoBureau bureau, Line line) {
        Actor crew = bureau.person("he");
        Fault fault = report(
                bureau.person("lin"),
                line,
                Mood.DISAPPOINTED,
                "电话里全是杂音，说不成话，报了两天了。",
                Duration.ofHours(53),
                List.of(new Said("tone", "noisy"), new Said("rain", "yes")),
                null);
        done(faults.accept(crew, fault.id()));
        done(faults.arrive(crew, fault.id()));
        done(faults.restore(crew, fault.id(), FaultCause.CABLE, "接头盒进水，已更换接头并重新封装，测试正常"));
    }

    private void cameBack(DemoBureau bureau, Line line) {
        Actor agent = bureau.person("lin");
        Actor crew = bureau.person("he");
        Fault first = report(
                agent,
                line,
                Mood.CALM,
                "My telephone has been dead since yesterday.",
                Duration.ofHours(30),
                List.of(),
                null);
        done(faults.accept(crew, first.id()));
        done(faults.restore(crew, first.id(), FaultCause.NON_CABLE, "更换分线盒端子"));
        done(faults.confirm(agent, first.id(), Channel.HOT_LINE, "It works again, thank you."));
        report(
                agent,
                line,
                Mood.ANGRY,
                "It is dead again. You said it was repaired!",
                Duration.ZERO,
                List.of(new Said("tone", "none"), new Said("sets", "every"), new Said("works", "no")),
                null);
    }

    private Fault report(
            Actor person, Line line, Mood mood, String words, Duration ago, List<Said> said, @Nullable Window window) {
        Instant spoken = clock.instant().minus(ago);
        NewFault wish = new NewFault(
                new ContactId(Ids.next()),
                line.id(),
                Channel.HOT_LINE,
                mood,
                words,
                spoken,
                null,
                said,
                null,
                window,
                window != null);
        return switch (faults.report(person, wish)) {
            case Reporting.Opened opened -> opened.fault();
            case Reporting.Already already -> throw new IllegalStateException("demonstration: " + line.number());
        };
    }

    private static void done(RepairResult result) {
        if (result instanceof RepairResult.Refused refused) {
            throw new IllegalStateException("demonstration: " + refused);
        }
    }

    private static Line line(Map<String, Line> lines, String number) {
        return Objects.requireNonNull(lines.get(number));
    }
}
