package org.redress.demo;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.redress.desk.appeal.Satisfaction;
import org.redress.desk.appeal.chain.Appeal;
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
import org.redress.ground.identity.Actor;
import org.redress.ground.party.CustomerDraft;
import org.springframework.stereotype.Component;

/** Two appeals to the regulator and two dispatches of the city's hot line, each in another stage. */
@Component
class DemoAppeals implements DemoPart {

    private static final String EVIDENCE = "核查记录\n1. 增值业务订购渠道为第三方页面，没有二次确认。\n2. 已退订，本月费用可以退还。\n";

    private final Appeals appeals;
    private final Dispatches dispatches;
    private final Attachments attachments;
    private final Clock clock;

    DemoAppeals(Appeals appeals, Dispatches dispatches, Attachments attachments, Clock clock) {
        this.appeals = appeals;
        this.dispatches = dispatches;
        this.attachments = attachments;
        this.clock = clock;
    }

    @Override
    public Class<? extends DemoPart> after() {
        return DemoPromises.class;
    }

    @Override
    public void fill(DemoBureau bureau) {
        Actor quality = bureau.quality();
        Actor head = bureau.head();
        Appeal waiting = received(
                quality, "申诉2611-0387", "葛兰亭", "13800550161", Dispute.OTHER, "迁机预约三次没有上门，停机期间月租照收。", "尽快迁机，减免停机期间月租");
        along(quality, waiting, AppealStep.ACCEPT, "", AppealStep.FORWARD, "转网络中心核实，限10日内答复");
        Appeal mediating =
                received(quality, "申诉2611-0352", "卓文远", "13800550172", Dispute.FEES, "账单里有没订过的增值业务费。", "退还多收的费用，取消该业务");
        Appeal forwarded = along(quality, mediating, AppealStep.ACCEPT, "", AppealStep.FORWARD, "");
        attachments.add(
                quality,
                new Holder("appeal", forwarded.id().value()),
                new Sent(
                        "核查记录.txt", "text/plain", new ByteArrayInputStream(EVIDENCE.getBytes(StandardCharsets.UTF_8))));
        along(quality, forwarded, AppealStep.REPLY, "订购没有二次确认，同意退费并取消业务，核查记录见附件。", AppealStep.MEDIATE, "双方同意调解");
        dispatched(head, "12345-2611-20871", Urgency.URGENT, Duration.ofMinutes(25), "养老院电话全断，老人联系不上家属。");
        again(
                head,
                dispatched(head, "12345-2611-20455", Urgency.ORDINARY, Duration.ofHours(20), "小区宽带晚上一直很慢，报修两次没人来。"));
    }

    private Appeal received(
            Actor actor, String reference, String name, String phone, Dispute dispute, String matter, String claim) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), actor.zone());
        return done(appeals.receive(
                actor,
                new NewAppeal(
                        null,
                        reference,
                        new Appeal.Grounds(
                                name,
                                phone,
                                dispute,
                                matter,
                                claim,
                                today.minusDays(50),
                                today.minusDays(30),
                                FirstAnswer.UNSATISFACTORY,
                                false,
                                false,
                                false,
                                today))));
    }

    private Appeal along(Actor actor, Appeal from, AppealStep first, String words, AppealStep second, String more) {
        Appeal then = done(appeals.step(actor, from.id(), from.version(), first, words));
        return done(appeals.step(actor, then.id(), then.version(), second, more));
    }

    private static Appeal done(AppealResult result) {
        if (result instanceof AppealResult.Done(Appeal appeal)) {
            return appeal;
        }
        throw new IllegalStateException("demonstration: " + result);
    }

    private Dispatch dispatched(Actor actor, String number, Urgency urgency, Duration ago, String words) {
        return done(dispatches.receive(
                actor,
                new NewDispatch(
                        number,
                        urgency,
                        new NewContact.Newcomer(
                                new CustomerDraft("desk", null, "祝小满", "13800550183", "+8613800550183", null, null)),
                        words,
                        Mood.ANGRY,
                        TicketKind.COMPLAINT,
                        clock.instant().minus(ago))));
    }

    /** Signed for, answered, and sent back because nobody had come. */
    private void again(Actor actor, Dispatch sent) {
        Dispatch signed = done(dispatches.sign(actor, sent.id(), sent.version()));
        Dispatch answered = done(dispatches.answer(actor, signed.id(), signed.version(), "已安排线路班检查小区分光器，三日内完成。"));
        done(dispatches.visit(actor, answered.id(), answered.version(), Satisfaction.UNSATISFIED, "客户说还没有人来过。"));
    }

    private static Dispatch done(DispatchResult result) {
        if (result instanceof DispatchResult.Done(Dispatch dispatch)) {
            return dispatch;
        }
        throw new IllegalStateException("demonstration: " + result);
    }
}
