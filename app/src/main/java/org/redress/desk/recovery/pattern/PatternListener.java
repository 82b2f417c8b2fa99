package org.redress.desk.recovery.pattern;

import java.util.List;
import org.redress.desk.recovery.ledger.Account;
import org.redress.desk.recovery.ledger.Basis;
import org.redress.desk.recovery.ledger.CompensationChanged;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Bureaus;
import org.redress.platform.jobs.OutboxListener;
import org.redress.platform.jobs.OutboxMessage;
import org.springframework.stereotype.Component;

/** Hears what was given by choice. */
@Component
class PatternListener implements OutboxListener {

    private final PatternWatch watch;
    private final Bureaus bureaus;

    PatternListener(PatternWatch watch, Bureaus bureaus) {
        this.watch = watch;
        this.bureaus = bureaus;
    }

    @Override
    public List<String> topics() {
        return List.of(CompensationChanged.TOPIC);
    }

    @Override
    public void receive(OutboxMessage message) {
        CompensationChanged changed = CompensationChanged.read(message.payload());
        boolean given = changed.account() == Account.PENDING || changed.account() == Account.PROMISED;
        if (changed.basis() == Basis.GOODWILL && given) {
            watch.look(bureaus.command(bureaus.get(new BureauId(message.bureau()))), changed.compensations());
        }
    }
}
