package org.redress.desk.recovery.install;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.redress.ground.commitment.Answering;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Superiors;
import org.springframework.stereotype.Component;

/** Who answers for an installation: whoever leads the unit that installs it, else the next above it. */
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
                    .leader(bureau, one.unit(), clock.instant())
                    .ifPresent(person -> matters.put(
                            one.id().value(), new Matter(person, one.unit(), one.number(), one.number(), PATH)));
        }
        return matters;
    }
}
