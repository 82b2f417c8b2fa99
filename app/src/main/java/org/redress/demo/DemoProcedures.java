package org.redress.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.redress.desk.procedure.Area;
import org.redress.desk.procedure.Assessment;
import org.redress.desk.procedure.Deciders;
import org.redress.desk.procedure.Journeys;
import org.redress.desk.procedure.ProcedureDraft;
import org.redress.desk.procedure.Procedures;
import org.redress.desk.procedure.Segment;
import org.redress.desk.procedure.SegmentResult;
import org.redress.desk.procedure.Segments;
import org.redress.desk.procedure.Task;
import org.redress.desk.ticket.TicketBoard;
import org.redress.desk.ticket.TicketCard;
import org.redress.desk.ticket.TicketFilter;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.TicketState;
import org.redress.desk.ticket.TicketView;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.StaffId;
import org.redress.ground.rulebook.Limit;
import org.springframework.stereotype.Component;

/** The procedures of the demonstration, and some of its tickets on their way through the departments. */
@Component
class DemoProcedures implements DemoPart {

    private static final int TICKETS = 200;

    private final Procedures procedures;
    private final Journeys journeys;
    private final Segments segments;
    private final Deciders deciders;
    private final TicketBoard board;

    DemoProcedures(Procedures procedures, Journeys journeys, Segments segments, Deciders deciders, TicketBoard board) {
        this.procedures = procedures;
        this.journeys = journeys;
        this.segments = segments;
        this.deciders = deciders;
        this.board = board;
    }

    @Override
    public Class<? extends DemoPart> after() {
        return DemoCases.class;
    }

    @Override
    public void fill(DemoBureau bureau) {
        Map<String, Actor> people = bureau.people();
        People all = new People(people);
        publish(all);
        Map<StaffId, Actor> byId = new HashMap<>();
        people.values().forEach(person -> byId.put(person.staff(), person));
        Iterator<TicketCard> faults = working(all.head(), TicketKind.FAULT).iterator();
        int way = 0;
        while (faults.hasNext()) {
            TicketCard card = faults.next();
            Actor responsible = byId.get(card.responsible());
            if (responsible != null) {
                goAlong(all, responsible, card.id(), way++ % 5);
            }
        }
        Iterator<TicketCard> disputes =
                working(all.head(), TicketKind.BILL_DISPUTE).iterator();
        for (int thrown = 1; thrown <= 3 && disputes.hasNext(); thrown++) {
            TicketCard card = disputes.next();
            Actor responsible = byId.get(card.responsible());
            if (responsible != null && !responsible.unit().equals(all.billing().unit())) {
                throwAbout(all, responsible, card.id(), thrown);
            }
        }
    }

    private void publish(People all) {
        Task test = task("远程测试", all.network(), "测线路和端口，判断故障在哪一段", Limit.workingHours(2), "测试单编号", false);
        Task city = task("上门修复", all.crew(), "到现场修好，当着客户的面测试正常", Limit.workingDays(1), "现场测试值", true);
        Task rural = task("上门修复", all.crew(), "到现场修好，路远的与客户约好时间", Limit.workingDays(2), "现场测试值", true);
        Task find = task("查明责任", all.quality(), "调录音和系统记录，查明谁的责任", Limit.workingDays(1), "录音或记录编号", false);
        Task right = task("整改落实", all.outlet(), "按查明的责任整改，给客户落实", Limit.workingDays(2), "", false);
        Task check = task("复核", all.quality(), "核对落实情况，再由首问责任人答复客户", Limit.workingHours(4), "复核单编号", true);
        add(
                all,
                TicketKind.FAULT,
                Area.CITY,
                "城区故障处理",
                List.of(test, city),
                Map.of(1, "修完当着客户测速，测试值不合格，系统不让报完工"),
                Map.of(1, "客户白天不在家，可以约晚上或周末；一时修不好，先送备用光猫"));
        add(all, TicketKind.FAULT, Area.RURAL, "农村故障处理", List.of(test, rural), Map.of(), Map.of());
        add(
                all,
                TicketKind.COMPLAINT,
                null,
                "投诉处理",
                List.of(find, right, check),
                Map.of(2, "复核由没有经手的人做，复核单和答复对不上就发不出去"),
                Map.of(1, "老年客户可以上门落实，不要求客户再跑营业厅"));
    }

    private void add(
            People all,
            TicketKind kind,
            @Nullable Area area,
            String name,
            List<Task> tasks,
            Map<Integer, String> failSafe,
            Map<Integer, String> discretion) {
        procedures.add(
                all.quality(), new ProcedureDraft(kind, null, area, name, tasks, "第一版，按现行分工整理", failSafe, discretion));
    }

    private static Task task(String name, Actor to, String owed, Limit limit, String evidence, boolean control) {
        return new Task(name, to.unit(), null, null, owed, limit, evidence, control);
    }

    private List<TicketCard> working(Actor reader, TicketKind kind) {
        return new ArrayList<>(board.page(reader, TicketView.OPEN, TicketFilter.NONE, null, TICKETS).cards().stream()
                .filter(card -> card.kind() == kind && card.state() == TicketState.IN_PROGRESS && card.taken())
                .toList());
    }

    /** Brings a fault some steps along its procedure. */
    private void goAlong(People all, Actor responsible, TicketId ticket, int steps) {
        Segment first = done(journeys.start(responsible, ticket, steps % 2 == 0 ? Area.CITY : Area.RURAL));
        if (steps == 0) {
            return;
        }
        done(segments.accept(all.network(), first.id(), null));
        if (steps == 1) {
            return;
        }
        done(segments.finish(all.network(), first.id(), "端口正常，光衰过大，断在分光箱以下。", "CS-" + steps + "0731"));
        if (steps == 2) {
            return;
        }
        Segment second = done(journeys.sendOn(responsible, ticket, 1, ""));
        if (steps == 4) {
            done(segments.accept(all.crew(), second.id(), Assessment.GOOD));
        }
    }

    /** Lets the billing centre and the network centre send a dispute back, until it stops and is decided. */
    private void throwAbout(People all, Actor responsible, TicketId ticket, int times) {
        Task explain = task("解释账单", all.billing(), "查这笔费用从哪里来，能不能退", Limit.workingDays(1), "", false);
        done(segments.giveBack(
                all.billing(),
                done(segments.send(responsible, ticket, explain, "")).id(),
                "费用是网络侧话单生成的，不归计费。"));
        if (times == 1) {
            return;
        }
        done(segments.giveBack(
                all.billing(),
                done(segments.send(responsible, ticket, explain, "网络中心说话单没有错")).id(),
                "话单以网络中心为准。"));
        if (times == 3) {
            Segment named =
                    done(deciders.decide(all.head(), ticket, all.billing().unit(), "费用由计费出账，由计费中心牵头查清。"));
            done(segments.accept(all.billing(), named.id(), null));
        }
    }

    private static Segment done(SegmentResult result) {
        if (result instanceof SegmentResult.Done(Segment segment)) {
            return segment;
        }
        throw new IllegalStateException("demonstration: " + result);
    }

    /** Who is where. */
    private record People(Map<String, Actor> all) {

        private Actor one(String signIn) {
            return Objects.requireNonNull(all.get(signIn));
        }

        Actor network() {
            return one("zheng");
        }

        Actor crew() {
            return one("he");
        }

        Actor billing() {
            return one("fu");
        }

        Actor outlet() {
            return one("ye");
        }

        Actor quality() {
            return one("shen");
        }

        Actor head() {
            return one("gao");
        }
    }
}
