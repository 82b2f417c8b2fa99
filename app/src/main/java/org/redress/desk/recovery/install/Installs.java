package org.redress.desk.recovery.install;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Actor;

/**
 * Installations, asked of whoever keeps orders: the {@link InstallBook}, until the office has a room for them. Whoever keeps
 * them tells of each change with an {@link InstallChanged} on the outbox.
 */
public interface Installs {

    Optional<Install> find(Actor actor, InstallId id);

    /** The latest by their due day, from before a place in that order. */
    List<Install> list(Actor actor, @Nullable LocalDate before, @Nullable UUID id, int limit);
}
