package org.redress.desk.dispute;

import java.util.UUID;
import org.redress.ground.commitment.RecountedClocks;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.springframework.stereotype.Component;

/** A limit has changed: the last moment for evidence is read anew from its clock. */
@Component
class EvidenceRecount extends RecountedClocks {

    private final ClaimRows rows;
    private final EvidenceClock clock;

    EvidenceRecount(ClaimRows rows, EvidenceClock clock, Bureaus bureaus) {
        super(Disputes.KIND, bureaus);
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    protected void follow(Actor product, UUID subject) {
        ClaimId claim = new ClaimId(subject);
        rows.held(product.bureau(), claim)
                .flatMap(held -> clock.dueNow(product, claim))
                .ifPresent(due -> rows.due(product.bureau(), claim, due));
    }
}
