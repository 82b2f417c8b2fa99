package org.redress.ground.commitment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Bureaus;
import org.redress.platform.jobs.OutboxListener;
import org.redress.platform.jobs.OutboxMessage;

/**
 * For whoever keeps a copy of when a clock falls due: clocks of their kind were reckoned anew, and the copies follow. They are
 * held before the clocks are read, so that what somebody does to one at the same time comes before both or after both.
 */
public abstract class RecountedClocks implements OutboxListener {

    private final String kind;
    private final Commitments commitments;
    private final Bureaus bureaus;

    /** @param kind of the subjects whose copies these are */
    protected RecountedClocks(String kind, Commitments commitments, Bureaus bureaus) {
        this.kind = kind;
        this.commitments = commitments;
        this.bureaus = bureaus;
    }

    @Override
    public final List<String> topics() {
        return List.of(ClocksRecounted.TOPIC);
    }

    @Override
    public final void receive(OutboxMessage message) {
        List<UUID> recounted = ClocksRecounted.read(message.payload()).of(kind).stream()
                .map(Subject::id)
                .toList();
        if (recounted.isEmpty()) {
            return;
        }
        Actor product = bureaus.command(bureaus.get(new BureauId(message.bureau())));
        List<UUID> held = hold(product.bureau(), recounted);
        follow(product.bureau(), commitments.due(product, kind, held));
    }

    /** Holds to the end of the transaction those of these subjects that still wait for a clock. */
    protected abstract List<UUID> hold(BureauId bureau, List<UUID> subjects);

    /** @param due when the open clocks of each subject fall due, by name; {@link Instant#MAX} while one stands still */
    protected abstract void follow(BureauId bureau, Map<UUID, Map<String, Instant>> due);
}
