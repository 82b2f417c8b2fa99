package org.redress.desk.care.station;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketPanel;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.springframework.stereotype.Component;

/** The report from which a ticket came, in its side pane. */
@Component
class StationTicketPanel implements TicketPanel {

    private static final int ORDER = 60;

    private final StationReportRows rows;
    private final StationRows stations;

    StationTicketPanel(StationReportRows rows, StationRows stations) {
        this.rows = rows;
        this.stations = stations;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Optional<View> show(Actor actor, TicketId ticket) {
        if (!actor.may(Action.READ, StationRights.KIND)) {
            return Optional.empty();
        }
        List<Report> found = rows.list(actor.bureau(), "r.ticket = :ticket", Map.of("ticket", ticket.value()));
        return found.stream()
                .findFirst()
                .flatMap(report -> stations.find(actor.bureau(), report.station())
                        .filter(station -> StationRights.covers(actor, Action.READ, station))
                        .map(station -> new View("care/ticket.jte", Map.of("report", report, "station", station))));
    }
}
