package org.redress.desk.recovery.install;

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

    InstallRedaction(InstallRows rows, Messages messages) {
        this.rows = rows;
        this.messages = messages;
    }

    @Override
    public int redact(Actor actor, CustomerId customer, Blackout words) {
        return messages.redact(
                actor, InstallBook.KIND, rows.ofCustomer(actor.bureau(), customer), words::over, Blackout.COVER);
    }
}
