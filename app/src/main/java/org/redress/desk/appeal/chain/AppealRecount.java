package org.redress.desk.appeal.chain;

import java.time.Instant;
import java.util.UUID;
import org.redress.desk.appeal.AppealReach;
import org.redress.ground.commitment.RecountedClocks;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.springframework.stereotype.Component;

/** A calendar or a limit has changed: when an appeal and the operator's reply fall due is read anew from its clocks. */
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
            rows.due(product.bureau(), id, due, clocks.replyDue(product, id));
        }
    }
}
