package org.redress.desk.appeal.chain;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.redress.desk.appeal.AppealReach;
import org.redress.desk.appeal.Happened;
import org.redress.desk.appeal.Satisfaction;
import org.redress.desk.appeal.chain.AppealResult.Done;
import org.redress.desk.appeal.chain.AppealResult.Illegal;
import org.redress.desk.appeal.chain.AppealResult.Reason;
import org.redress.desk.appeal.chain.AppealResult.Refused;
import org.redress.ground.attachment.Attachments;
import org.redress.ground.attachment.Holder;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.trail.Trail;
import org.redress.platform.database.Ids;
import org.redress.platform.web.Problem;
import org.redress.platform.web.Typed;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Appeals to the regulator, step by step. Every change is one transaction with its history, its trail and its clocks; the
 * version that the person saw is compared in the statement that writes. An appeal outside the reader's scope is absent (404).
 */
@Component
public class Appeals {

    static final String RECEIVE = "RECEIVE";
    static final String ASK = "ASK";

    private static final int RECEIVED_YEARS = 1;
    private static final int REMEMBERED_YEARS = 20;

    private final AppealRows rows;
    private final AppealBoard board;
    private final AppealTickets tickets;
    private final AppealClocks clocks;
    private final Attachments attachments;
    private final Bureaus bureaus;
    private final Trail trail;
    private final Clock clock;

    Appeals(
            AppealRows rows,
            AppealBoard board,
            AppealTickets tickets,
            AppealClocks clocks,
            Attachments attachments,
            Bureaus bureaus,
            Trail trail,
            Clock clock) {
        this.rows = rows;
        this.board = board;
        this.tickets = tickets;
        this.clocks = clocks;
        this.attachments = attachments;
        this.bureaus = bureaus;
        this.trail = trail;
        this.clock = clock;
    }

    /** Records an appeal with its contact, under a ticket of the same customer, or opens one for it. */
    @Transactional
    public AppealResult receive(Actor actor, NewAppeal wish) {
        AppealReach.of(actor, Action.WRITE);
        Appeal.Grounds grounds = tidy(actor, wish.grounds());
        String reference = Typed.optional(wish.reference(), "reference", Typed.LINE);
        int number = rows.nextNumber(actor.bureau());
        return switch (tickets.of(actor, wish.ticket(), grounds)) {
            case AppealTickets.Other other -> new Refused(Reason.OTHER_CUSTOMER);
            case AppealTickets.Already already -> new Refused(Reason.ALREADY);
            case AppealTickets.Bound bound -> {
                Appeal appeal = new Appeal(
                        new AppealId(Ids.next()),
                        number,
                        bound.ticket(),
                        reference,
                        AppealState.RECEIVED,
                        actor.staff(),
                        actor.unit(),
                        grounds,
                        now(),
                        null,
                        Appeal.Reply.NONE,
                        List.of(),
                        null,
                        null,
                        1);
                Appeal timed = clocks.received(product(actor), appeal, grounds.receivedOn());
                rows.insert(actor.bureau(), timed);
                happened(actor, timed, RECEIVE, "");
                yield new Done(timed);
            }
        };
    }

    /** A day so long ago is a slip in the year. */
    private static void notForgotten(LocalDate day, LocalDate today, String field) {
        if (day.isBefore(today.minusYears(REMEMBERED_YEARS))) {
            throw Problem.invalid("appeal.day.old", field, REMEMBERED_YEARS);
        }
    }

    private Appeal.Grounds tidy(Actor actor, Appeal.Grounds given) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), actor.zone());
        LocalDate complained = given.complainedOn();
        refuse(given.receivedOn().isAfter(today), "appeal.day.ahead", "receivedOn");
        refuse(
                given.receivedOn().isBefore(today.minusYears(RECEIVED_YEARS)) || !clocks.ruled(actor, given),
                "appeal.day.received",
                "receivedOn");
        refuse(given.occurredOn().isAfter(given.receivedOn()), "appeal.day.ahead", "occurredOn");
        notForgotten(given.occurredOn(), today, "occurredOn");
        if (complained != null) {
            refuse(complained.isAfter(given.receivedOn()), "appeal.day.ahead", "complainedOn");
            notForgotten(complained, today, "complainedOn");
        }
        if ((complained == null) != (given.firstAnswer() == FirstAnswer.NOT_ASKED)) {
            throw Problem.invalid("appeal.first", "complainedOn");
        }
        return new Appeal.Grounds(
                Typed.optional(given.appellant(), "appellant", Typed.LINE),
                Typed.optional(given.reach(), "reach", Typed.LINE),
                given.dispute(),
                Typed.required(given.matter(), "matter", Happened.LONGEST),
                Typed.optional(given.claim(), "claim", Happened.LONGEST),
                given.occurredOn(),
                complained,
                given.firstAnswer(),
                given.settledBefore(),
                given.handledBefore(),
                given.elsewhere(),
                given.receivedOn());
    }

    private static void refuse(boolean wrong, String code, String field) {
        if (wrong) {
            throw Problem.invalid(code, field);
        }
    }

    /** The body takes it. Where a condition is not met, it must be said why it is taken all the same. */
    @Transactional
    public AppealResult accept(Actor actor, AppealId id, int version, String words) {
        Appeal appeal = held(actor, id);
        boolean met = board.check(actor, appeal).stream().allMatch(ConditionLine::met);
        String said = met
                ? Typed.optional(words, "words", Happened.LONGEST)
                : Typed.required(words, "words", Happened.LONGEST);
        return write(actor, appeal, version, AppealStep.ACCEPT, List.of(), said);
    }

    /** The body does not take it, for at least one condition that is named. */
    @Transactional
    public AppealResult refuse(Actor actor, AppealId id, int version, List<Condition> why, String words) {
        Appeal appeal = held(actor, id);
        if (why.isEmpty()) {
            throw Problem.invalid("typed.choose", "why");
        }
        String said = Typed.required(words, "words", Happened.LONGEST);
        return write(actor, appeal, version, AppealStep.REFUSE, why, said);
    }

    /** Any other step. The operator's reply needs a file that was added since it was asked, as evidence. */
    @Transactional
    public AppealResult step(Actor actor, AppealId id, int version, AppealStep step, String words) {
        Appeal appeal = held(actor, id);
        if (step == AppealStep.ACCEPT) {
            return accept(actor, id, version, words);
        }
        if (step == AppealStep.REFUSE) {
            throw Problem.invalid("typed.choose", "why");
        }
        String said = step.needsWords()
                ? Typed.required(words, "words", Happened.LONGEST)
                : Typed.optional(words, "words", Happened.LONGEST);
        if (step == AppealStep.REPLY && appeal.state() == AppealState.FORWARDED && !evidenced(actor, id)) {
            return new Refused(Reason.EVIDENCE);
        }
        return write(actor, appeal, version, step, List.of(), said);
    }

    /** Whether a file has been added since the appeal was put to the operator; what the appellant sent proves nothing for it. */
    private boolean evidenced(Actor actor, AppealId id) {
        Instant forwarded = rows.history(actor.bureau(), id).stream()
                .filter(one -> one.what().equals(AppealStep.FORWARD.name()))
                .map(Happened::at)
                .reduce(Instant.MIN, (first, second) -> second);
        return attachments.list(actor, new Holder(AppealReach.KIND, id.value())).stream()
                .anyMatch(file -> !file.redacted() && !file.addedAt().isBefore(forwarded));
    }

    /** Writes down whether the appellant was content with how it ended; they are asked once. */
    @Transactional
    public AppealResult ask(Actor actor, AppealId id, int version, Satisfaction said, String words) {
        Appeal appeal = held(actor, id);
        if (appeal.version() != version) {
            return new Refused(Reason.MOVED);
        }
        if (!appeal.state().answered()) {
            return illegal(appeal);
        }
        if (appeal.satisfaction() != null) {
            return new Refused(Reason.ASKED);
        }
        return written(actor, appeal.asked(said), ASK, Typed.optional(words, "words", Happened.LONGEST));
    }

    private AppealResult write(
            Actor actor, Appeal appeal, int version, AppealStep step, List<Condition> refused, String words) {
        if (appeal.version() != version) {
            return new Refused(Reason.MOVED);
        }
        if (!step.from().contains(appeal.state())) {
            return illegal(appeal);
        }
        Appeal after = clocks.stepped(product(actor), appeal.after(step, refused, now()), step);
        return written(actor, after, step.name(), words);
    }

    private static AppealResult illegal(Appeal appeal) {
        return new Illegal(appeal.state(), appeal.state().legalSteps());
    }

    /** Whoever calls holds the row, so nobody can have been faster. */
    private AppealResult written(Actor actor, Appeal after, String what, String words) {
        if (!rows.update(actor.bureau(), after)) {
            throw new IllegalStateException("appeal " + after.spoken() + " changed while it was held");
        }
        happened(actor, after, what, words);
        return new Done(rows.find(actor.bureau(), after.id()).orElseThrow());
    }

    private Appeal held(Actor actor, AppealId id) {
        rows.hold(actor.bureau(), id);
        return board.get(actor, id, Action.WRITE);
    }

    private void happened(Actor actor, Appeal appeal, String what, String words) {
        rows.add(actor.bureau(), appeal.id(), new Happened(what, now(), actor.staff(), words));
        trail.record(
                actor,
                "appeal." + what.toLowerCase(Locale.ROOT),
                AppealReach.KIND,
                appeal.id().value(),
                "{\"state\":\"" + appeal.state() + "\"}");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private Actor product(Actor actor) {
        return bureaus.command(bureaus.get(actor.bureau()));
    }
}
