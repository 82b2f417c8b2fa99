package org.redress.demo;

import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.RemedyKind;
import org.redress.desk.recovery.duplicate.DuplicateGuard;
import org.redress.desk.recovery.plan.Chosen;
import org.redress.desk.recovery.plan.PlanLine;
import org.redress.desk.recovery.plan.PlanResult;
import org.redress.desk.recovery.plan.Plans;
import org.redress.desk.recovery.plan.RecoveryPlan;
import org.redress.desk.recovery.plan.Speaker;
import org.redress.desk.recovery.reaction.ReactionStep;
import org.redress.desk.recovery.reaction.Reactions;
import org.redress.desk.recovery.voice.NewVoice;
import org.redress.desk.recovery.voice.Said;
import org.redress.desk.recovery.voice.Voices;
import org.redress.desk.ticket.TicketBoard;
import org.redress.desk.ticket.TicketCard;
import org.redress.desk.ticket.TicketFilter;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketView;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Actor;
import org.redress.platform.jobs.Outbox;
import org.springframework.stereotype.Component;

/** What customers of the demonstration want, plans that follow the offer and plans that differ, and rings in several states. */
@Component
class DemoRecovery implements DemoPart {

    private static final int LOOKED_AT = 24;
    private static final int PLANNED = 14;
    private static final int ASKED_EVERY = 4;
    private static final int DIFFERS_EVERY = 5;

    private static final List<String> WANTED = List.of(
            "先把网修好，别的以后再说。",
            "道个歉，把多扣的钱退回来。",
            "派个懂的师傅来一趟，别再让我打电话。",
            "把断网那几天的钱免了就行。",
            "给个准话，到底哪天能好。",
            "换个新的光猫，旧的三天两头掉线。");

    private static final List<String> REASONS = List.of("客户是独居老人，先上门看看更放心。", "客户只要一个说法，不要补偿。", "同小区统一补偿，不单独给。");

    private final Voices voices;
    private final Plans plans;
    private final Reactions reactions;
    private final DuplicateGuard guard;
    private final Tickets tickets;
    private final TicketBoard board;
    private final Outbox outbox;

    DemoRecovery(
            Voices voices,
            Plans plans,
            Reactions reactions,
            DuplicateGuard guard,
            Tickets tickets,
            TicketBoard board,
            Outbox outbox) {
        this.voices = voices;
        this.plans = plans;
        this.reactions = reactions;
        this.guard = guard;
        this.tickets = tickets;
        this.board = board;
        this.outbox = outbox;
    }

    @Override
    public Class<? extends DemoPart> after() {
        return DemoMoney.class;
    }

    @Override
    public void fill(DemoBureau bureau) {
        Actor head = bureau.head();
        // The rings begin with what the desk has told of; nobody waits for it here.
        outbox.drain();
        List<TicketCard> failed = new ArrayList<>();
        List.of(TicketView.CLASSIFIED, TicketView.RESOLVED)
                .forEach(view -> failed.addAll(board.page(head, view, TicketFilter.NONE, null, LOOKED_AT)
                        .cards()));
        List<TicketCard> some = failed.stream()
                .filter(card -> card.lead() == null && card.state().open() && card.externalNumber() == null)
                .limit(PLANNED)
                .toList();
        for (int i = 0; i < some.size(); i++) {
            recover(head, some.get(i).id(), i);
        }
        outbox.drain();
    }

    private void recover(Actor head, TicketId ticket, int number) {
        if (number % ASKED_EVERY > 0) {
            voices.record(head, ticket, new NewVoice(Said.WANTS, WANTED.get(number % WANTED.size()), null));
        }
        RecoveryPlan plan = number % DIFFERS_EVERY == DIFFERS_EVERY - 1
                ? made(plans.make(head, ticket, 0, other(), REASONS.get(number / DIFFERS_EVERY % REASONS.size())))
                : made(plans.follow(head, ticket, 0));
        List<PlanLine> lines = plan.chosen();
        lines.stream()
                .limit(1 + number % lines.size())
                .filter(line -> line.speaker() != Speaker.DIRECTOR)
                .forEach(line -> tick(head, plan, line.kind()));
        if (number % ASKED_EVERY == 1) {
            reactions.spare(head, ticket, ReactionStep.SYMBOLIC, "客户说不用补偿。");
        }
    }

    /** Money only where none was given for what may be the same failure. */
    private void tick(Actor head, RecoveryPlan plan, RemedyKind kind) {
        Money sum = sum(kind);
        if (sum == null || guard.look(head, tickets.get(head, plan.ticket())).none()) {
            plans.tick(head, plan.id(), kind, sum, "");
        }
    }

    private static List<Chosen> other() {
        return List.of(
                new Chosen(RemedyKind.APOLOGY, Speaker.HEAD),
                new Chosen(RemedyKind.EXPLANATION, Speaker.ANYBODY),
                new Chosen(RemedyKind.VISIT, Speaker.ANYBODY));
    }

    private static @Nullable Money sum(RemedyKind kind) {
        return kind.needsMoney() ? Money.parse("CNY 8.90") : null;
    }

    private static RecoveryPlan made(PlanResult result) {
        return switch (result) {
            case PlanResult.Done done -> done.plan();
            case PlanResult.Refused refused -> throw new IllegalStateException("demonstration: " + refused.why());
        };
    }
}
