package org.redress.desk.dispute.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.redress.desk.dispute.ItemId;
import org.redress.desk.dispute.Posting;
import org.redress.desk.dispute.PostingId;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.StaffId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code dispute.posting} and {@code dispute.line}. */
@Repository
class PostingRows {

    private static final String SELECT = """
            select p.*, b.currency from dispute.posting p
              join dispute.item i on i.bureau = p.bureau and i.id = p.item
              join dispute.bill b on b.bureau = i.bureau and b.id = i.bill
             where p.bureau = :bureau and
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;

    PostingRows(JdbcClient jdbc, JdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    void insert(BureauId bureau, String key, Posting posting) {
        jdbc.sql("""
                        insert into dispute.posting (bureau, id, key, kind, item, amount, reverses, posted_by, posted_at)
                        values (:bureau, :id, :key, :kind, :item, :amount, :reverses, :by, :at)
                        """)
                .param("bureau", bureau.value())
                .param("id", posting.id().value())
                .param("key", key)
                .param("kind", posting.kind().name())
                .param("item", posting.item().value())
                .param("amount", posting.amount().getAmount())
                .param(
                        "reverses",
                        posting.reverses() == null ? null : posting.reverses().value())
                .param("by", posting.by().value())
                .param("at", posting.at().atOffset(ZoneOffset.UTC))
                .update();
        List<Object[]> lines = new ArrayList<>();
        for (Posting.Line line : posting.lines()) {
            lines.add(new Object[] {
                bureau.value(),
                posting.id().value(),
                lines.size() + 1,
                line.account().name(),
                line.amount().getAmount()
            });
        }
        batch.batchUpdate(
                "insert into dispute.line (bureau, posting, seq, account, amount) values (?, ?, ?, ?, ?)", lines);
    }

    Optional<Posting> ofKey(BureauId bureau, String key) {
        return list(bureau, "p.key = :key", Map.of("key", key)).stream().findFirst();
    }

    Optional<Posting> find(BureauId bureau, PostingId id) {
        return list(bureau, "p.id = :id", Map.of("id", id.value())).stream().findFirst();
    }

    boolean reversed(BureauId bureau, PostingId id) {
        return jdbc.sql("select exists (select from dispute.posting where bureau = ? and reverses = ?)")
                .params(bureau.value(), id.value())
                .query(Boolean.class)
                .single();
    }

    List<Posting> of(BureauId bureau, Collection<ItemId> items) {
        return list(
                bureau,
                "p.item = any(:items) order by p.posted_at, p.id",
                Map.of("items", items.stream().map(ItemId::value).distinct().toArray(UUID[]::new)));
    }

    private List<Posting> list(BureauId bureau, String where, Map<String, ?> params) {
        List<Posting> bare = jdbc.sql(SELECT + where)
                .param("bureau", bureau.value())
                .params(params)
                .query((row, n) -> posting(row))
                .list();
        if (bare.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<Posting.Line>> lines = lines(bureau, bare);
        return bare.stream()
                .map(one -> new Posting(
                        one.id(),
                        one.kind(),
                        one.item(),
                        one.amount(),
                        one.reverses(),
                        one.by(),
                        one.at(),
                        lines.getOrDefault(one.id().value(), List.of())))
                .toList();
    }

    private Map<UUID, List<Posting.Line>> lines(BureauId bureau, List<Posting> postings) {
        Map<UUID, Posting> byId = new HashMap<>();
        postings.forEach(one -> byId.put(one.id().value(), one));
        Map<UUID, List<Posting.Line>> lines = new HashMap<>();
        jdbc.sql(
                        "select posting, account, amount from dispute.line where bureau = ? and posting = any(?) order by posting, seq")
                .params(bureau.value(), byId.keySet().toArray(UUID[]::new))
                .query(row -> {
                    UUID posting = row.getObject("posting", UUID.class);
                    Posting of = byId.get(posting);
                    if (of != null) {
                        lines.computeIfAbsent(posting, id -> new ArrayList<>())
                                .add(new Posting.Line(
                                        Posting.Account.valueOf(row.getString("account")),
                                        of.amount().getAmount().compareTo(row.getBigDecimal("amount")) == 0
                                                ? of.amount()
                                                : of.amount().negated()));
                    }
                });
        return lines;
    }

    private static Posting posting(ResultSet row) throws SQLException {
        UUID reverses = row.getObject("reverses", UUID.class);
        Instant at = row.getObject("posted_at", OffsetDateTime.class).toInstant();
        return new Posting(
                new PostingId(row.getObject("id", UUID.class)),
                Posting.Kind.valueOf(row.getString("kind")),
                new ItemId(row.getObject("item", UUID.class)),
                BillRows.money(row, "amount"),
                reverses == null ? null : new PostingId(reverses),
                new StaffId(row.getObject("posted_by", UUID.class)),
                at,
                List.of());
    }
}
