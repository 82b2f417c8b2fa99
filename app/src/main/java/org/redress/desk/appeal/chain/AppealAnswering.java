package org.redress.desk.appeal.chain;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.redress.desk.appeal.AppealReach;
import org.redress.ground.commitment.Answering;
import org.redress.ground.identity.BureauId;
import org.springframework.stereotype.Component;

/** Who answers for an appeal: whoever recorded it. */
@Component
class AppealAnswering implements Answering {

    private final AppealRows rows;

    AppealAnswering(AppealRows rows) {
        this.rows = rows;
    }

    @Override
    public String kind() {
        return AppealReach.KIND;
    }

    @Override
    public Map<UUID, Matter> matters(BureauId bureau, Collection<UUID> ids) {
        Map<UUID, Matter> matters = new HashMap<>();
        rows.list(bureau, "a.id = any(:ids)", Map.of("ids", ids.toArray(UUID[]::new)))
                .forEach(one -> matters.put(
                        one.id().value(),
                        new Matter(
                                one.handler(),
                                one.unit(),
                                one.spoken(),
                                one.headline(),
                                "/appeals/" + one.id().value())));
        return matters;
    }
}
