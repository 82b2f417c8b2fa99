package org.redress.desk.appeal.hotline;

import java.util.UUID;
import org.redress.ground.commitment.RecountedClocks;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.springframework.stereotype.Component;

/** A limit has changed: the copy of when a dispatch must be signed for is read anew from its clock. */
@Component
class DispatchRecount extends RecountedClocks {

    private final DispatchRows rows;
    private final DispatchClock clock;

    DispatchRecount(DispatchRows rows, DispatchClock clock, Bureaus bureaus) {
        super(DispatchClock.KIND, bureaus);
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    protected void follow(Actor product, UUID subject) {
        DispatchId dispatch = new DispatchId(subject);
        rows.hold(product.bureau(), dispatch);
        clock.signDue(product, dispatch).ifPresent(due -> rows.due(product.bureau(), dispatch, due));
    }
}
