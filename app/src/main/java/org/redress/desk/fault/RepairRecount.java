package org.redress.desk.fault;

import java.util.UUID;
import org.redress.ground.commitment.RecountedClocks;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.springframework.stereotype.Component;

/** A limit has changed: the copy of when a repair falls due is read anew from its clock. */
@Component
class RepairRecount extends RecountedClocks {

    private final FaultRows rows;
    private final RepairClocks clocks;

    RepairRecount(FaultRows rows, RepairClocks clocks, Bureaus bureaus) {
        super(FaultRights.KIND, bureaus);
        this.rows = rows;
        this.clocks = clocks;
    }

    @Override
    protected void follow(Actor product, UUID subject) {
        FaultId fault = new FaultId(subject);
        rows.hold(product.bureau(), fault)
                .flatMap(held -> clocks.dueNow(product, fault))
                .ifPresent(due -> rows.due(product.bureau(), fault, due));
    }
}
