package org.redress.desk.procedure;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.BureauId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code procedure.journey}: one row a ticket, held by whoever moves it. */
@Repository
class JourneyRows {

    /**
     * How a ticket goes.
     *
     * @param version of its procedure, or null while it follows none
     * @param decided everything up to this hand-over has been decided about
     */
    record Journey(@Nullable VersionRef version, long decided) {}

    private final JdbcClient jdbc;

    JourneyRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The journey of a ticket, begun if need be, held for this transaction: moves of one ticket follow one another. */
    Journey held(BureauId bureau, TicketId ticket) {
        jdbc.sql("insert into procedure.journey (bureau, ticket) values (?, ?) on conflict do nothing")
                .params(bureau.value(), ticket.value())
                .update();
        return read(bureau, ticket, " for update").orElseThrow();
    }

    Optional<Journey> find(BureauId bureau, TicketId ticket) {
        return read(bureau, ticket, "");
    }

    /** Those of these tickets that some department has had, in one order for all who hold them. */
    List<TicketId> known(BureauId bureau, List<UUID> tickets) {
        return jdbc.sql("select ticket from procedure.journey where bureau = ? and ticket = any(?) order by ticket")
                .params(bureau.value(), tickets.toArray(UUID[]::new))
                .query((row, n) -> new TicketId(row.getObject(1, UUID.class)))
                .list();
    }

    private Optional<Journey> read(BureauId bureau, TicketId ticket, String lock) {
        return jdbc.sql("select procedure, number, decided from procedure.journey where bureau = ? and ticket = ?"
                        + lock)
                .params(bureau.value(), ticket.value())
                .query((row, n) -> {
                    UUID procedure = row.getObject("procedure", UUID.class);
                    return new Journey(
                            procedure == null ? null : new VersionRef(new ProcedureId(procedure), row.getInt("number")),
                            row.getLong("decided"));
                })
                .optional();
    }

    void follow(BureauId bureau, TicketId ticket, VersionRef version) {
        jdbc.sql("update procedure.journey set procedure = ?, number = ? where bureau = ? and ticket = ?")
                .params(version.procedure().value(), version.number(), bureau.value(), ticket.value())
                .update();
    }

    /** From here on hand-overs count anew. */
    void decided(BureauId bureau, TicketId ticket) {
        jdbc.sql("""
                        update procedure.journey j
                           set decided = (select coalesce(max(seq), 0) from procedure.handover h
                                           where h.bureau = j.bureau and h.ticket = j.ticket)
                         where j.bureau = ? and j.ticket = ?
                        """).params(bureau.value(), ticket.value()).update();
    }
}
