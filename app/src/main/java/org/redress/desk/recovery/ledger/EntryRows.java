package org.redress.desk.recovery.ledger;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.StaffId;
import org.redress.platform.database.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code recovery.entry}; its lines, the accounts and the kept sums follow by a trigger. */
@Repository
class EntryRows {

    private static final String INSERT = """
            insert into recovery.entry (bureau, id, compensation, kind, source, target, amount, why, entered_by, entered_at)
            select c.bureau, x.entry, c.id, :kind, c.account, :target, c.amount, :why, :by, :at
              from unnest(:entries::uuid[], :ids::uuid[]) as x (entry, id)
              join recovery.compensation c on c.bureau = :bureau and c.id = x.id
            """;

    private static final String[] STEPS =
            Arrays.stream(Entry.Kind.values()).map(Entry.Kind::name).toArray(String[]::new);

    private final JdbcClient jdbc;

    EntryRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Moves the sums of compensations, in one statement. */
    void insert(BureauId bureau, Entry.Kind kind, Collection<CompensationId> ids, String why, StaffId by, Instant at) {
        jdbc.sql(INSERT)
                .param("bureau", bureau.value())
                .param("kind", kind.name())
                .param("target", kind.target().name())
                .param("why", why)
                .param("by", by.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("entries", ids.stream().map(id -> Ids.next()).toArray(UUID[]::new))
                .param("ids", ids.stream().map(CompensationId::value).toArray(UUID[]::new))
                .update();
    }

    /** The entries of compensations in the order of their steps, each of which is taken once: a clock may be set back. */
    List<Entry> of(BureauId bureau, Collection<CompensationId> ids) {
        return jdbc.sql("""
                        select e.*, c.currency from recovery.entry e
                          join recovery.compensation c on c.bureau = e.bureau and c.id = e.compensation
                         where e.bureau = :bureau and e.compensation = any(:ids)
                         order by array_position(:steps::text[], e.kind), e.id
                        """)
                .param("bureau", bureau.value())
                .param("ids", ids.stream().map(CompensationId::value).distinct().toArray(UUID[]::new))
                .param("steps", STEPS)
                .query((row, n) -> {
                    CurrencyUnit currency = CurrencyUnit.of(row.getString("currency"));
                    return new Entry(
                            row.getObject("id", UUID.class),
                            new CompensationId(row.getObject("compensation", UUID.class)),
                            Entry.Kind.valueOf(row.getString("kind")),
                            Account.valueOf(row.getString("source")),
                            Account.valueOf(row.getString("target")),
                            Money.of(currency, row.getBigDecimal("amount").setScale(currency.getDecimalPlaces())),
                            row.getString("why"),
                            new StaffId(row.getObject("entered_by", UUID.class)),
                            row.getObject("entered_at", OffsetDateTime.class).toInstant());
                })
                .list();
    }
}
