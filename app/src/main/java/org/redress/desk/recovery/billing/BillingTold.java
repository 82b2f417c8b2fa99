package org.redress.desk.recovery.billing;

import java.time.Duration;
import java.util.List;
import org.redress.desk.recovery.ledger.Account;
import org.redress.desk.recovery.ledger.CompensationChanged;
import org.redress.desk.recovery.ledger.CompensationId;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Bureaus;
import org.redress.platform.jobs.OutboxListener;
import org.redress.platform.jobs.OutboxMessage;
import org.redress.platform.jobs.RecurringJob;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Tells billing what the outbox says was posted or reversed, and asks again what billing left open. */
@Component
class BillingTold implements OutboxListener {

    private static final int BATCH = 200;

    private final Adjustments adjustments;
    private final Bureaus bureaus;

    BillingTold(Adjustments adjustments, Bureaus bureaus) {
        this.adjustments = adjustments;
        this.bureaus = bureaus;
    }

    @Override
    public List<String> topics() {
        return List.of(CompensationChanged.TOPIC);
    }

    @Override
    public void receive(OutboxMessage message) {
        CompensationChanged changed = CompensationChanged.read(message.payload());
        if (changed.account() == Account.POSTED || changed.account() == Account.REVERSED) {
            adjustments.tell(
                    bureaus.command(bureaus.get(new BureauId(message.bureau()))),
                    changed.compensations().stream().map(CompensationId::new).toList());
        }
    }

    @Bean
    RecurringJob askBilling() {
        return new RecurringJob(
                "billing",
                Duration.ofMinutes(5),
                () -> bureaus.list().forEach(bureau -> adjustments.again(bureaus.command(bureau), BATCH)));
    }
}
