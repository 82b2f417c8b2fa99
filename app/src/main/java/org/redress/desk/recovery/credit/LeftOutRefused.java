package org.redress.desk.recovery.credit;

import java.util.List;
import java.util.UUID;
import org.redress.desk.recovery.ledger.Account;
import org.redress.desk.recovery.ledger.Basis;
import org.redress.desk.recovery.ledger.Compensation;
import org.redress.desk.recovery.ledger.CompensationChanged;
import org.redress.desk.recovery.ledger.CompensationId;
import org.redress.desk.recovery.ledger.Compensations;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.party.CustomerId;
import org.redress.platform.jobs.OutboxListener;
import org.redress.platform.jobs.OutboxMessage;
import org.springframework.stereotype.Component;

/**
 * Somebody was left out of a run because another compensation waited for a yes, and that one was refused: they have nothing.
 * Their share says so, and whoever proposed the run hears of it.
 */
@Component
class LeftOutRefused implements OutboxListener {

    private final CreditRows runs;
    private final ShareRows shares;
    private final CreditNotices notices;
    private final Compensations ledger;
    private final Bureaus bureaus;

    LeftOutRefused(CreditRows runs, ShareRows shares, CreditNotices notices, Compensations ledger, Bureaus bureaus) {
        this.runs = runs;
        this.shares = shares;
        this.notices = notices;
        this.ledger = ledger;
        this.bureaus = bureaus;
    }

    @Override
    public List<String> topics() {
        return List.of(CompensationChanged.TOPIC);
    }

    @Override
    public void receive(OutboxMessage message) {
        CompensationChanged changed = CompensationChanged.read(message.payload());
        if (changed.account() != Account.REFUSED || changed.basis() != Basis.GOODWILL) {
            return;
        }
        Actor product = bureaus.command(bureaus.get(new BureauId(message.bureau())));
        List<CompensationId> ids =
                changed.compensations().stream().map(CompensationId::new).toList();
        for (Compensation one : ledger.of(product, ids).values()) {
            UUID failure = one.failure();
            CustomerId customer = one.customer();
            if (failure != null && customer != null) {
                look(product, failure, customer);
            }
        }
    }

    private void look(Actor product, UUID problem, CustomerId customer) {
        runs.ofProblem(product.bureau(), problem)
                .filter(run -> run.promisedAt() != null)
                .filter(run -> shares.refused(product.bureau(), run.id(), customer))
                .ifPresent(run -> notices.leftOut(product, run, customer));
    }
}
