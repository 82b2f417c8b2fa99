package org.redress.desk.recovery.followup;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.redress.ground.commitment.ClockWords;
import org.redress.ground.identity.Actor;
import org.redress.ground.notification.Messages;
import org.redress.ground.party.Blackout;
import org.redress.ground.party.CoveredTexts;
import org.redress.ground.party.CoveredTexts.Table;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Redactable;
import org.springframework.stereotype.Component;

/** Covers a customer's personal data in what they answered and what was written about it; their links lead nowhere any more. */
@Component
class FollowUpRedaction implements Redactable {

    private static final Table ANSWER =
            new Table("recovery.follow_up", "customer", List.of("id"), List.of("words", "result"));
    private static final Table STEP =
            new Table("recovery.follow_up_step", "follow_up", List.of("seq"), List.of("words"));

    private final FollowUpRows rows;
    private final AnswerLinks links;
    private final CoveredTexts texts;
    private final Messages messages;
    private final ClockWords clocks;
    private final Clock clock;

    FollowUpRedaction(
            FollowUpRows rows,
            AnswerLinks links,
            CoveredTexts texts,
            Messages messages,
            ClockWords clocks,
            Clock clock) {
        this.rows = rows;
        this.links = links;
        this.texts = texts;
        this.messages = messages;
        this.clocks = clocks;
        this.clock = clock;
    }

    @Override
    public int redact(Actor actor, CustomerId customer, Blackout words) {
        List<FollowUp> all =
                rows.list(actor.bureau(), "customer = :customer for update", Map.of("customer", customer.value()));
        for (FollowUp one : all) {
            links.forget(actor.bureau(), one.id());
            if (one.state().open()) {
                rows.state(actor.bureau(), one.id(), FollowUpState.DROPPED, null);
                rows.step(actor.bureau(), one.id(), actor.staff(), FollowUpStep.What.FORGOTTEN, "", clock.instant());
            }
        }
        List<UUID> ids = all.stream().map(one -> one.id().value()).toList();
        return texts.cover(actor.bureau(), ANSWER, List.of(customer.value()), words)
                + texts.cover(actor.bureau(), STEP, ids, words)
                + messages.redact(actor, FollowUps.KIND, ids, words::over, Blackout.COVER)
                + clocks.redact(actor, FollowUps.KIND, ids, words);
    }
}
