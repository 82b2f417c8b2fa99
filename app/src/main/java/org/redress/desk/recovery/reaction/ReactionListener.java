package org.redress.desk.recovery.reaction;

import java.util.List;
import java.util.UUID;
import org.redress.desk.recovery.RemedyGiven;
import org.redress.desk.recovery.followup.RecoveryAnswered;
import org.redress.desk.recovery.voice.VoiceAsked;
import org.redress.desk.ticket.TicketChanged;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Bureaus;
import org.redress.platform.jobs.OutboxListener;
import org.redress.platform.jobs.OutboxMessage;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Hears of tickets, remedies and what customers said, and lets the steps follow. */
@Component
class ReactionListener implements OutboxListener {

    private static final int OPENED = 1;

    private final ObjectProvider<ReactionLedger> ledger;
    private final Bureaus bureaus;

    ReactionListener(ObjectProvider<ReactionLedger> ledger, Bureaus bureaus) {
        this.ledger = ledger;
        this.bureaus = bureaus;
    }

    @Override
    public List<String> topics() {
        return List.of(TicketChanged.TOPIC, RemedyGiven.TOPIC, VoiceAsked.TOPIC, RecoveryAnswered.TOPIC);
    }

    @Override
    public void receive(OutboxMessage message) {
        Actor product = bureaus.command(bureaus.get(new BureauId(message.bureau())));
        switch (message.topic()) {
            case RemedyGiven.TOPIC ->
                look(product, RemedyGiven.read(message.payload()).ticket());
            case VoiceAsked.TOPIC ->
                look(product, VoiceAsked.read(message.payload()).ticket());
            case RecoveryAnswered.TOPIC -> {
                UUID ticket = RecoveryAnswered.read(message.payload()).ticket();
                if (ticket != null) {
                    look(product, ticket);
                }
            }
            default ->
                TicketChanged.read(message.payload()).tickets().stream()
                        .filter(fact -> !fact.imported())
                        .forEach(fact ->
                                ledger.getObject().look(product, new TicketId(fact.id()), fact.version() == OPENED));
        }
    }

    private void look(Actor product, UUID ticket) {
        ledger.getObject().look(product, new TicketId(ticket), false);
    }
}
