package org.redress.desk.recovery.billing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.BillingAdjustments;
import org.redress.desk.recovery.ledger.CompensationId;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.StaffId;
import org.redress.ground.party.CustomerId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code recovery.adjustment}. */
@Repository
class AdjustmentRows {

    static final String IN_STATE =
            "state = :state and (asked_at, posting) > (:at, :id) order by asked_at, posting limit :limit";

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;

    AdjustmentRows(JdbcClient jdbc, JdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /** Writes those that are not there. */
    void insert(BureauId bureau, List<AdjustmentRow> rows) {
        batch.batchUpdate(
                """
                insert into recovery.adjustment (bureau, posting, compensation, reverses, customer, on_bill, amount, currency, day,
                       state, asked_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """,
                rows.stream()
                        .map(one -> new @Nullable Object[] {
                            bureau.value(),
                            one.posting(),
                            one.compensation().value(),
                            one.reverses(),
                            one.customer() == null ? null : one.customer().value(),
                            one.onBill(),
                            one.sum().getAmount(),
                            one.sum().getCurrencyUnit().getCode(),
                            one.day(),
                            one.state().name(),
                            one.askedAt().atOffset(ZoneOffset.UTC)
                        })
                        .toList());
    }

    /** What billing says to some that were open or refused. */
    void answered(BureauId bureau, Map<UUID, BillingAdjustments.Answer> answers) {
        batch.batchUpdate(
                """
                update recovery.adjustment set state = ?, reason = ? where bureau = ? and posting = ? and state in ('OPEN', 'REFUSED')
                """,
                answers.entrySet().stream()
                        .map(one -> {
                            String reason = one.getValue()
                                            instanceof BillingAdjustments.Answer.Refused(BillingAdjustments.Reason why)
                                    ? why.name()
                                    : null;
                            return new @Nullable Object[] {
                                state(one.getValue()).name(), reason, bureau.value(), one.getKey()
                            };
                        })
                        .toList());
    }

    private static AdjustmentState state(BillingAdjustments.Answer answer) {
        return switch (answer) {
            case BillingAdjustments.Answer.Accepted accepted -> AdjustmentState.ACCEPTED;
            case BillingAdjustments.Answer.Open open -> AdjustmentState.OPEN;
            case BillingAdjustments.Answer.Refused refused -> AdjustmentState.REFUSED;
        };
    }

    /** Ends some that billing does not have: they were taken back. */
    void end(BureauId bureau, Collection<UUID> postings) {
        jdbc.sql("""
                        update recovery.adjustment set state = 'VOID'
                         where bureau = ? and posting = any(?) and state = 'REFUSED'
                        """).params(bureau.value(), postings.toArray(UUID[]::new)).update();
    }

    /** A person has settled one; false where it is not refused any more. */
    boolean settle(BureauId bureau, UUID posting, StaffId by, String why) {
        return jdbc.sql("""
                        update recovery.adjustment set state = 'SETTLED', settled_by = ?, why = ?
                         where bureau = ? and posting = ? and state = 'REFUSED'
                        """).params(by.value(), why, bureau.value(), posting).update() == 1;
    }

    /** Some, held until the transaction ends. */
    List<AdjustmentRow> held(BureauId bureau, Collection<UUID> postings) {
        return list(
                bureau,
                "posting = any(:ids) order by posting for update",
                Map.of("ids", postings.stream().distinct().toArray(UUID[]::new)));
    }

    List<AdjustmentRow> in(BureauId bureau, AdjustmentState state, Instant at, UUID id, int limit) {
        return list(
                bureau,
                IN_STATE,
                Map.of("state", state.name(), "at", at.atOffset(ZoneOffset.UTC), "id", id, "limit", limit));
    }

    List<AdjustmentRow> of(BureauId bureau, Collection<CompensationId> compensations) {
        UUID[] ids =
                compensations.stream().map(CompensationId::value).distinct().toArray(UUID[]::new);
        return list(
                bureau,
                "compensation = any(:ids) order by reverses is not null, asked_at, posting",
                Map.of("ids", ids));
    }

    private List<AdjustmentRow> list(BureauId bureau, String where, Map<String, ?> params) {
        return jdbc.sql("select * from recovery.adjustment where bureau = :bureau and " + where)
                .param("bureau", bureau.value())
                .params(params)
                .query((row, n) -> row(row))
                .list();
    }

    private static AdjustmentRow row(ResultSet row) throws SQLException {
        CurrencyUnit currency = CurrencyUnit.of(row.getString("currency"));
        UUID customer = row.getObject("customer", UUID.class);
        UUID by = row.getObject("settled_by", UUID.class);
        String reason = row.getString("reason");
        return new AdjustmentRow(
                row.getObject("posting", UUID.class),
                new CompensationId(row.getObject("compensation", UUID.class)),
                row.getObject("reverses", UUID.class),
                customer == null ? null : new CustomerId(customer),
                row.getBoolean("on_bill"),
                Money.of(currency, row.getBigDecimal("amount").setScale(currency.getDecimalPlaces())),
                row.getObject("day", LocalDate.class),
                AdjustmentState.valueOf(row.getString("state")),
                reason == null ? null : BillingAdjustments.Reason.valueOf(reason),
                row.getString("why"),
                by == null ? null : new StaffId(by),
                row.getObject("asked_at", OffsetDateTime.class).toInstant());
    }
}
