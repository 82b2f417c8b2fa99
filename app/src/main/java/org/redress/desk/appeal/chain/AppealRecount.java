package org.redress.desk.appeal.chain;

import java.time.Instant;
import java.util.UUID;
import org.redress.ground.commitment.RecountedClocks;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.springframework.stereotype.Component;

/**
 * A calendar has changed: the copy of when an appeal falls due is read anew from its clocks. What a dispatch and the
 * operator's reply are owed by runs around the clock, which no calendar changes.
 */
@Component
class AppealRecount extends RecountedClocks {

    private final AppealRows rows;
    private final AppealClocks clocks;

    AppealRecount(AppealRows rows, AppealClocks clocks, Bureaus bureaus) {
        super(AppealReach.KIND, bureaus);
        this.rows = rows;
        this.clocks = clocks;
    }

    @Override
    protected void follow(Actor product, UUID subject) {
        AppealId id = new AppealId(subject);
        rows.hold(product.bureau(), id);
        Instant due = clocks.due(product, id);
        if (due != null) {
            rows.due(product.bureau(), id, due);
        }
    }
}
