package org.redress.improve.quality.support;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.redress.ground.commitment.Answering;
import org.redress.ground.identity.BureauId;
import org.springframework.stereotype.Component;

/** Whoever has a right to a break is reminded of it while there is time; afterwards nobody is told. */
@Component
class RestAnswering implements Answering {

    static final String KIND = "relief";

    private final ReliefRows rows;
    private final Clock clock;

    RestAnswering(ReliefRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<UUID, Matter> matters(BureauId bureau, Collection<UUID> ids) {
        Instant now = clock.instant();
        Map<UUID, Matter> matters = new HashMap<>();
        rows.list(bureau, "id = any(:ids) and rest = 'OPEN'", Map.of("ids", ids.toArray(UUID[]::new))).stream()
                .filter(relief -> relief.useUntil().isAfter(now))
                .forEach(relief -> matters.put(
                        relief.id().value(),
                        new Matter(relief.staff(), relief.unit(), relief.spoken(), relief.spoken(), SupportDesk.MINE)));
        return matters;
    }
}
