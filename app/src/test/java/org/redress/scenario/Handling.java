package org.redress.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.redress.desk.contact.Contact;
import org.redress.desk.contact.Contacts;
import org.redress.desk.contact.Outcome;
import org.redress.desk.procedure.Assessment;
import org.redress.desk.procedure.Deciders;
import org.redress.desk.procedure.JourneyView;
import org.redress.desk.procedure.Journeys;
import org.redress.desk.procedure.Segment;
import org.redress.desk.procedure.SegmentId;
import org.redress.desk.procedure.SegmentResult;
import org.redress.desk.procedure.SegmentState;
import org.redress.desk.procedure.Segments;
import org.redress.desk.procedure.Task;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.Step;
import org.redress.desk.ticket.StepResult;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.TicketState;
import org.redress.desk.ticket.Tickets;
import org.redress.desk.ticket.Transfer;
import org.redress.desk.ticket.Transfers;
import org.redress.desk.ticket.Verdict;
import org.redress.desk.ticket.Without;
import org.redress.ground.commitment.PauseReason;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.UnitId;
import org.redress.ground.rulebook.Limit;
import org.redress.improve.insight.CauseId;
import org.redress.improve.insight.Causes;
import org.redress.improve.insight.Findings;

/** Does with a ticket what whoever has it would do next. Every step must succeed: only what is legal is tried. */
final class Handling {

    /** The façades that the people of the bureau work through. */
    record Desk(
            Contacts contacts,
            Tickets tickets,
            Transfers transfers,
            Segments segments,
            Journeys journeys,
            Deciders deciders,
            Causes causes,
            Findings findings) {}

    private static final int FORGOTTEN = 12 * 24 * 3;
    private static final int AN_HOUR = 12;

    private final Town town;
    private final Random chance;
    private final Desk desk;

    /** How often a ticket has been sent to a department. */
    private final Map<TicketId, Integer> sent = new HashMap<>();
    /** When the work of a segment was last refused, so that its clock ran on. */
    final Map<SegmentId, Instant> refused = new HashMap<>();

    Handling(Town town, Random chance, Desk desk) {
        this.town = town;
        this.chance = chance;
        this.desk = desk;
    }

    /** Does one thing; returns after how many steps of the week somebody looks again, 0 for never. */
    int handle(TicketId id, Instant now) {
        Ticket ticket = desk.tickets().get(town.command(), id);
        if (!ticket.state().open()) {
            return 0;
        }
        Actor owner = person(ticket);
        if (!working(owner, now)) {
            return AN_HOUR;
        }
        Transfer offer = desk.transfers().open(owner, id).orElse(null);
        if (offer != null) {
            return answer(offer, now);
        }
        return sent.containsKey(id) && ticket.state() == TicketState.IN_PROGRESS
                ? follow(ticket, owner, now)
                : own(ticket, owner, now);
    }

    private Actor person(Ticket ticket) {
        return person(ticket.responsible().value());
    }

    private Actor person(java.util.UUID staff) {
        return town.people.values().stream()
                .flatMap(List::stream)
                .filter(one -> one.staff().value().equals(staff))
                .findFirst()
                .orElseThrow();
    }

    private boolean working(Actor person, Instant now) {
        return town.here(person, now) && town.open(person.unit(), now);
    }

    private int soon() {
        return 1 + chance.nextInt(AN_HOUR * 3);
    }

    private int answer(Transfer offer, Instant now) {
        Actor receiver = person(offer.to().value());
        if (working(receiver, now)) {
            done(
                    chance.nextInt(3) > 0
                            ? desk.transfers().accept(receiver, offer.ticket())
                            : desk.transfers().refuse(receiver, offer.ticket(), "不归我部门。"));
        }
        return soon();
    }

    private int follow(Ticket ticket, Actor owner, Instant now) {
        JourneyView journey = desk.journeys().look(owner, ticket.id());
        if (journey.ruling() != null) {
            Actor decider = town.leaders.getFirst();
            UnitId unit = anyUnit(owner.unit());
            moved(desk.deciders().decide(decider, ticket.id(), unit, "由该部门负责到底。"));
            return soon();
        }
        Segment open = journey.open().orElse(null);
        if (open != null) {
            return inDepartment(journey, open, now);
        }
        Segment awaiting = journey.awaiting();
        if (awaiting == null) {
            return own(ticket, owner, now);
        }
        if (chance.nextInt(10) == 0) {
            moved(desk.segments().refuse(owner, awaiting.id(), new Assessment(false, true, "没有写明处理结果。")));
            refused.put(awaiting.id(), now);
        } else {
            moved(desk.segments().assess(owner, awaiting.id(), Assessment.GOOD));
        }
        return soon();
    }

    private int inDepartment(JourneyView journey, Segment open, Instant now) {
        Actor worker = town.team(open.unit()).stream()
                .filter(one -> working(one, now))
                .findFirst()
                .orElse(null);
        if (worker == null) {
            return AN_HOUR;
        }
        int luck = chance.nextInt(100);
        if (luck < 12) {
            return FORGOTTEN;
        }
        if (open.state() == SegmentState.OFFERED) {
            if (luck < 40 && !open.decided()) {
                moved(desk.segments().giveBack(worker, open.id(), "不是我部门的事。"));
            } else {
                Assessment before = journey.awaiting() == null ? null : Assessment.GOOD;
                moved(desk.segments().accept(worker, open.id(), before));
            }
        } else {
            moved(desk.segments().finish(worker, open.id(), "已处理。", "CS-" + luck));
        }
        return soon();
    }

    private int own(Ticket ticket, Actor owner, Instant now) {
        int luck = chance.nextInt(100);
        switch (ticket.state()) {
            case ACKNOWLEDGED -> begin(ticket, owner, luck);
            case PENDING, HELD -> step(ticket, owner, Step.RESUME, null);
            case IN_PROGRESS -> {
                if (ticket.reply().owed()) {
                    return beforeAnswer(ticket, owner, luck, now);
                }
                afterAnswer(ticket, owner);
            }
            case RESOLVED -> finish(ticket, owner, luck);
            case CLOSED, REJECTED, CANCELLED -> throw new IllegalStateException("nothing is to be done");
        }
        return soon();
    }

    private void begin(Ticket ticket, Actor owner, int luck) {
        if (luck < 2) {
            step(ticket, owner, Step.REJECT, "不属于本局业务。");
        } else if (luck < 4) {
            step(ticket, owner, Step.CANCEL, "客户撤回。");
        } else {
            step(ticket, owner, Step.START, null);
        }
    }

    private int beforeAnswer(Ticket ticket, Actor owner, int luck, Instant now) {
        int times = sent.getOrDefault(ticket.id(), 0);
        if (luck < 40 && times < 4) {
            Task task = new Task(
                    "查原因", anyUnit(owner.unit()), null, null, "现场查明并处理。", Limit.workingHours(2 + luck % 6), "", false);
            moved(desk.segments().send(owner, ticket.id(), task, ""));
            sent.put(ticket.id(), times + 1);
        } else if (luck < 50) {
            PauseReason why = luck < 45 ? PauseReason.WAITING_FOR_CUSTOMER : PauseReason.APPOINTMENT;
            done(desk.tickets()
                    .hold(
                            owner,
                            ticket.id(),
                            ticket.version(),
                            why,
                            "与客户约定。",
                            now.plus(Duration.ofHours(luck % 5 + 1))));
        } else if (luck < 56) {
            Actor to = town.team(owner.unit()).stream()
                    .filter(one -> !one.staff().equals(ticket.responsible()))
                    .skip(luck % 2)
                    .findFirst()
                    .orElseThrow();
            done(desk.transfers().offer(owner, ticket.id(), ticket.version(), to.staff(), "请接手。"));
        } else if (luck < 64) {
            return FORGOTTEN;
        } else {
            done(desk.tickets().answer(owner, ticket.id(), ticket.version(), Channel.HOT_LINE, "已查明，正在处理。"));
        }
        return soon();
    }

    private void afterAnswer(Ticket ticket, Actor owner) {
        if (ticket.outcome().settlement() == null) {
            done(desk.tickets().settle(owner, ticket.id(), ticket.version(), "已修复。"));
        } else if (ticket.kind() == TicketKind.COMPLAINT && ticket.outcome().finding() == null) {
            done(desk.tickets().find(owner, ticket.id(), ticket.version(), Verdict.UPHELD, "属实。"));
        } else {
            step(ticket, owner, Step.RESOLVE, null);
        }
    }

    private void finish(Ticket ticket, Actor owner, int luck) {
        Contact waiting = desk.contacts().ofTicket(owner, ticket.id()).stream()
                .filter(one -> one.outcome() == Outcome.WAITING)
                .findFirst()
                .orElse(null);
        if (waiting != null) {
            decide(waiting, owner, luck);
        } else if (ticket.reply().owed()) {
            done(desk.tickets().answer(owner, ticket.id(), ticket.version(), Channel.HOT_LINE, "已办妥，请放心。"));
        } else if (luck < 6) {
            step(ticket, owner, Step.REOPEN, "客户不满意。");
        } else if (Findings.wanted(ticket.kind())
                && desk.findings().of(owner, ticket.id()).isEmpty()) {
            CauseId cause = desk.causes().offered(owner).get(luck % 3).id();
            desk.findings().name(owner, ticket.id(), cause, "");
        } else {
            done(desk.tickets().close(owner, ticket.id(), ticket.version(), Without.NOTHING));
        }
    }

    private void decide(Contact waiting, Actor owner, int luck) {
        Contacts.Decided decided = luck < 50
                ? desk.contacts().takeUpAgain(owner, waiting.id())
                : desk.contacts().keep(owner, waiting.id(), "只是道谢。");
        if (!(decided instanceof Contacts.Decided.Done)) {
            throw new AssertionError(decided.toString());
        }
    }

    private void step(Ticket ticket, Actor owner, Step step, @org.jspecify.annotations.Nullable String why) {
        done(desk.tickets().step(owner, ticket.id(), ticket.version(), step, why));
    }

    private UnitId anyUnit(UnitId not) {
        List<UnitId> others =
                town.people.keySet().stream().filter(unit -> !unit.equals(not)).toList();
        return others.get(chance.nextInt(others.size()));
    }

    private static void done(StepResult result) {
        if (!(result instanceof StepResult.Done)) {
            throw new AssertionError(result.toString());
        }
    }

    private static void moved(SegmentResult result) {
        if (!(result instanceof SegmentResult.Done)) {
            throw new AssertionError(result.toString());
        }
    }
}
