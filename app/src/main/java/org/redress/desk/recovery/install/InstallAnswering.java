package org.redress.desk.recovery.install;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.redress.ground.commitment.Answering;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Posts;
import org.redress.ground.identity.Superiors;
import org.springframework.stereotype.Component;

/** Who answers for an installation: the head of the unit that installs it, else nobody below the general manager. */
@Component
class InstallAnswering implements Answering {

    static final String PATH = "/installs";

    private final InstallRows rows;
    private final Superiors superiors;
    private final Clock clock;

    InstallAnswering(InstallRows rows, Superiors superiors, Clock clock) {
        this.rows = rows;
        this.superiors = superiors;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return InstallBook.KIND;
    }

    @Override
    public Map<UUID, Matter> matters(BureauId bureau, Collection<UUID> subjects) {
        Map<UUID, Matter> matters = new HashMap<>();
        for (Install one : rows.of(bureau, subjects, "")) {
            superiors
                    .holder(bureau, one.unit(), Posts.HEAD, clock.instant())
                    .or(() -> superiors.holder(bureau, one.unit(), Posts.GENERAL_MANAGER, clock.instant()))
                    .ifPresent(person -> matters.put(
                            one.id().value(), new Matter(person, one.unit(), one.number(), one.number(), PATH)));
        }
        return matters;
    }
}
