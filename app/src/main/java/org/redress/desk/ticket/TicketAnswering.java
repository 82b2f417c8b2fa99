package org.redress.desk.ticket;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.redress.ground.commitment.Answering;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.UnitId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who answers for a ticket. */
@Component
class TicketAnswering implements Answering {

    private final JdbcClient jdbc;

    TicketAnswering(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return Reach.KIND;
    }

    @Override
    public Map<UUID, Matter> matters(BureauId bureau, Collection<UUID> tickets) {
        record Found(UUID id, Matter matter) {}
        return jdbc
                .sql(
                        "select id, responsible, unit, number, subject from ticket.ticket where bureau = ? and id = any(?)")
                .params(bureau.value(), tickets.toArray(UUID[]::new))
                .query((row, n) -> new Found(
                        row.getObject("id", UUID.class),
                        new Matter(
                                new StaffId(row.getObject("responsible", UUID.class)),
                                new UnitId(row.getObject("unit", UUID.class)),
                                new TicketNumber(row.getLong("number")).toString(),
                                row.getString("subject"),
                                "/tickets/" + row.getString("id"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Found::id, Found::matter));
    }
}
