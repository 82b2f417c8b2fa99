package org.redress.desk.appeal;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalDate;
import org.redress.desk.appeal.chain.Appeal;
import org.redress.desk.appeal.chain.AppealId;
import org.redress.desk.appeal.chain.AppealResult;
import org.redress.desk.appeal.chain.AppealStep;
import org.redress.desk.appeal.chain.Appeals;
import org.redress.desk.appeal.chain.Dispute;
import org.redress.desk.appeal.chain.FirstAnswer;
import org.redress.desk.appeal.chain.NewAppeal;
import org.redress.desk.appeal.hotline.Dispatch;
import org.redress.desk.appeal.hotline.DispatchResult;
import org.redress.desk.appeal.hotline.Dispatches;
import org.redress.desk.appeal.hotline.NewDispatch;
import org.redress.desk.appeal.hotline.Urgency;
import org.redress.desk.contact.Mood;
import org.redress.desk.contact.NewContact;
import org.redress.desk.ticket.TicketKind;
import org.redress.ground.attachment.Attachments;
import org.redress.ground.attachment.Holder;
import org.redress.ground.attachment.Sent;
import org.redress.ground.attachment.SomeFiles;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.CustomerDraft;
import org.springframework.stereotype.Component;

/** Appeals and dispatches for tests. */
@Component
public class SomeAppeals {

    private final Appeals appeals;
    private final Dispatches dispatches;
    private final Attachments attachments;
    private final Clock clock;

    SomeAppeals(Appeals appeals, Dispatches dispatches, Attachments attachments, Clock clock) {
        this.appeals = appeals;
        this.dispatches = dispatches;
        this.attachments = attachments;
        this.clock = clock;
    }

    public LocalDate today(Actor actor) {
        return LocalDate.ofInstant(clock.instant(), actor.zone());
    }

    /** One that meets every condition, about a fee of last month, made today. */
    public Appeal.Grounds grounds(Actor actor) {
        LocalDate today = today(actor);
        return grounds(today.minusMonths(1), today.minusDays(20), FirstAnswer.UNSATISFACTORY, today);
    }

    public Appeal.Grounds grounds(LocalDate occurred, LocalDate complained, FirstAnswer first, LocalDate received) {
        return new Appeal.Grounds(
                "周敏",
                "13812342046",
                Dispute.FEES,
                "三月账单多收了增值业务费，客服说查不到。",
                "退还多收的38.50元",
                occurred,
                first == FirstAnswer.NOT_ASKED ? null : complained,
                first,
                false,
                false,
                false,
                received);
    }

    public Appeal received(Actor actor) {
        return done(appeals.receive(actor, new NewAppeal(null, "赣申诉2026-0117", grounds(actor))));
    }

    public void evidence(Actor actor, AppealId id) {
        attachments.add(
                actor,
                new Holder("appeal", id.value()),
                new Sent("核查记录.pdf", "application/pdf", new ByteArrayInputStream(SomeFiles.pdf())));
    }

    /** Through these steps, each with words; a reply with evidence. */
    public Appeal along(Actor actor, Appeal appeal, AppealStep... steps) {
        Appeal now = appeal;
        for (AppealStep step : steps) {
            if (step == AppealStep.REPLY) {
                evidence(actor, now.id());
            }
            now = done(appeals.step(actor, now.id(), now.version(), step, "已核实，" + step));
        }
        return now;
    }

    public static Appeal done(AppealResult result) {
        if (result instanceof AppealResult.Done(Appeal appeal)) {
            return appeal;
        }
        throw new AssertionError(result.toString());
    }

    public static Dispatch done(DispatchResult result) {
        if (result instanceof DispatchResult.Done(Dispatch dispatch)) {
            return dispatch;
        }
        throw new AssertionError(result.toString());
    }

    /** A dispatch that the city sent some hours ago. */
    public NewDispatch sent(String number, Urgency urgency, int hoursAgo) {
        return new NewDispatch(
                number,
                urgency,
                new NewContact.Newcomer(
                        new CustomerDraft("desk", null, "周敏", "13812342046", "+8613812342046", null, null)),
                "家里宽带断了三天，打热线没人管。",
                Mood.ANGRY,
                TicketKind.COMPLAINT,
                clock.instant().minusSeconds(3600L * hoursAgo));
    }

    public Dispatch dispatched(Actor actor, String number, Urgency urgency, int hoursAgo) {
        return done(dispatches.receive(actor, sent(number, urgency, hoursAgo)));
    }
}
