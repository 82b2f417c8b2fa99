package org.redress.desk.recovery.install;

import java.util.List;
import java.util.UUID;
import org.redress.ground.commitment.ClockWords;
import org.redress.ground.identity.Actor;
import org.redress.ground.notification.Messages;
import org.redress.ground.party.Blackout;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Redactable;
import org.springframework.stereotype.Component;

/** Covers a customer's personal data in what was sent about their installations. */
@Component
class InstallRedaction implements Redactable {

    private final InstallRows rows;
    private final Messages messages;
    private final ClockWords clocks;

    InstallRedaction(InstallRows rows, Messages messages, ClockWords clocks) {
        this.rows = rows;
        this.messages = messages;
        this.clocks = clocks;
    }

    @Override
    public int redact(Actor actor, CustomerId customer, Blackout words) {
        List<UUID> installs = rows.ofCustomer(actor.bureau(), customer);
        return messages.redact(actor, InstallBook.KIND, installs, words::over, Blackout.COVER)
                + clocks.redact(actor, InstallBook.KIND, installs, words);
    }
}
