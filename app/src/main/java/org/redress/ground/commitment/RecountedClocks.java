package org.redress.ground.commitment;

import java.util.List;
import java.util.UUID;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Bureaus;
import org.redress.platform.jobs.OutboxListener;
import org.redress.platform.jobs.OutboxMessage;

/** For whoever keeps a copy of when a clock falls due: clocks of their kind were reckoned anew, and the copy follows. */
public abstract class RecountedClocks implements OutboxListener {

    private final String kind;
    private final Bureaus bureaus;

    /** @param kind of the subjects whose copies these are */
    protected RecountedClocks(String kind, Bureaus bureaus) {
        this.kind = kind;
        this.bureaus = bureaus;
    }

    @Override
    public final List<String> topics() {
        return List.of(ClocksRecounted.TOPIC);
    }

    @Override
    public final void receive(OutboxMessage message) {
        Actor product = bureaus.command(bureaus.get(new BureauId(message.bureau())));
        ClocksRecounted.read(message.payload()).of(kind).forEach(subject -> follow(product, subject.id()));
    }

    /** Reads from its clocks when this subject falls due now. */
    protected abstract void follow(Actor product, UUID subject);
}
