package org.redress.desk.recovery;

import java.util.List;
import org.redress.desk.recovery.ledger.Account;
import org.redress.desk.recovery.ledger.Basis;
import org.redress.desk.recovery.ledger.CompensationChanged;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Bureaus;
import org.redress.platform.jobs.OutboxListener;
import org.redress.platform.jobs.OutboxMessage;
import org.springframework.stereotype.Component;

/** Tells of remedies that had waited for somebody's yes once they are given. */
@Component
class RemedyPromised implements OutboxListener {

    private final Remedies remedies;
    private final Bureaus bureaus;

    RemedyPromised(Remedies remedies, Bureaus bureaus) {
        this.remedies = remedies;
        this.bureaus = bureaus;
    }

    @Override
    public List<String> topics() {
        return List.of(CompensationChanged.TOPIC);
    }

    @Override
    public void receive(OutboxMessage message) {
        CompensationChanged changed = CompensationChanged.read(message.payload());
        if (changed.account() == Account.PROMISED && changed.basis() == Basis.GOODWILL) {
            remedies.promised(bureaus.command(bureaus.get(new BureauId(message.bureau()))), changed.compensations());
        }
    }
}
