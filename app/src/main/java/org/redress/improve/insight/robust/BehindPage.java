package org.redress.improve.insight.robust;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.desk.procedure.Procedure;
import org.redress.desk.procedure.Stage;
import org.redress.desk.procedure.StageRecord;
import org.redress.desk.ticket.TicketCard;

/** The tickets behind a figure, the latest first. */
public record BehindPage(
        Procedure procedure,
        Stage stage,
        StageRecord.Behind what,
        List<Row> rows,
        @Nullable String next,
        ZoneId zone) {

    /** One of them, and what was said. */
    public record Row(TicketCard card, Instant at, String why) {}
}
