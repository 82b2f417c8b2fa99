package org.redress.desk.procedure;

import java.util.UUID;
import org.redress.ground.commitment.RecountedClocks;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.springframework.stereotype.Component;

/** A calendar or a limit has changed: the copy of when a segment falls due is read anew from its clock. */
@Component
class RecountListener extends RecountedClocks {

    private final SegmentRows rows;
    private final SegmentClocks clocks;

    RecountListener(SegmentRows rows, SegmentClocks clocks, Bureaus bureaus) {
        super(SegmentClocks.KIND, bureaus);
        this.rows = rows;
        this.clocks = clocks;
    }

    @Override
    protected void follow(Actor product, UUID subject) {
        SegmentId id = new SegmentId(subject);
        clocks.dueNow(product, id).ifPresent(due -> rows.due(product.bureau(), id, due));
    }
}
