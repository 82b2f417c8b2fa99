package org.redress.desk.fault;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.redress.desk.ticket.TaskMatters;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.commitment.Answering;
import org.redress.ground.identity.BureauId;
import org.springframework.stereotype.Component;

/** Who answers for a repair: whoever took it up, else the head of the repair post, else whoever reported it. */
@Component
class FaultAnswering implements Answering {

    private static final String PLACE = "#fault";

    private final FaultRows rows;
    private final TaskMatters matters;

    FaultAnswering(FaultRows rows, TaskMatters matters) {
        this.rows = rows;
        this.matters = matters;
    }

    @Override
    public String kind() {
        return FaultRights.KIND;
    }

    @Override
    public Map<UUID, Matter> matters(BureauId bureau, Collection<UUID> ids) {
        return matters.of(
                bureau,
                rows.of(bureau, ids).stream()
                        .map(fault -> new TaskMatters.Task(
                                fault.id().value(),
                                fault.ticket(),
                                fault.unit(),
                                fault.acceptedBy(),
                                fault.reported().by(),
                                PLACE))
                        .toList());
    }

    static String path(TicketId ticket) {
        return "/tickets/" + ticket.value() + PLACE;
    }
}
