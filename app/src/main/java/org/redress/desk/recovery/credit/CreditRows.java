package org.redress.desk.recovery.credit;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.ledger.Run;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.UnitId;
import org.redress.platform.database.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code recovery.credit_run}; who changes a row names the version that they saw. */
@Repository
class CreditRows {

    static final String LIST = """
            select * from recovery.credit_run where bureau = :bureau and (proposed_at, id) < (:at, :id)
             order by proposed_at desc, id desc limit :limit
            """;
    static final String OF_PROBLEMS = """
            select problem from recovery.credit_run
             where bureau = :bureau and problem = any(:problems) and state not in ('WITHDRAWN', 'REVERSED')
            """;

    private static final UUID TOP = new UUID(-1, -1);
    private static final OffsetDateTime EVER = OffsetDateTime.parse("9999-12-31T00:00:00Z");

    private final JdbcClient jdbc;

    CreditRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False where one counts for the problem already. */
    boolean insert(BureauId bureau, CreditRun run) {
        ServiceProblem problem = run.problem();
        return jdbc.sql("""
                        insert into recovery.credit_run
                          (bureau, id, problem, place, reason, began_at, ended_at, unit, currency, percent, state, proposed_by, proposed_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (bureau, problem) where state not in ('WITHDRAWN', 'REVERSED') do nothing
                        """)
                        .params(
                                bureau.value(),
                                run.id().value(),
                                problem.id(),
                                problem.place(),
                                problem.reason(),
                                Moments.at(problem.from()),
                                Moments.at(problem.end()),
                                run.unit().value(),
                                run.sums().statutory().getCurrencyUnit().getCode(),
                                run.percent(),
                                run.state().name(),
                                run.people().proposer().value(),
                                Moments.at(run.people().proposedAt()))
                        .update()
                == 1;
    }

    Optional<CreditRun> find(BureauId bureau, CreditRunId id) {
        return one(bureau, id, "");
    }

    /** Holds it for this transaction. */
    Optional<CreditRun> hold(BureauId bureau, CreditRunId id) {
        return one(bureau, id, " for update");
    }

    private Optional<CreditRun> one(BureauId bureau, CreditRunId id, String how) {
        return jdbc.sql("select * from recovery.credit_run where bureau = ? and id = ?" + how)
                .params(bureau.value(), id.value())
                .query((row, n) -> run(row))
                .optional();
    }

    Optional<CreditRun> ofProblem(BureauId bureau, UUID problem) {
        return jdbc.sql("""
                        select * from recovery.credit_run
                         where bureau = ? and problem = ? and state not in ('WITHDRAWN', 'REVERSED')
                        """)
                .params(bureau.value(), problem)
                .query((row, n) -> run(row))
                .optional();
    }

    /** Which of these problems have a run that counts. */
    List<UUID> withRun(BureauId bureau, Collection<UUID> problems) {
        return jdbc.sql(OF_PROBLEMS)
                .param("bureau", bureau.value())
                .param("problems", problems.toArray(UUID[]::new))
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    /** The latest first, from before a place in that order. */
    List<CreditRun> list(BureauId bureau, @Nullable Instant before, @Nullable UUID id, int limit) {
        return jdbc.sql(LIST)
                .param("bureau", bureau.value())
                .param("at", before == null ? EVER : Moments.at(before))
                .param("id", id == null ? TOP : id)
                .param("limit", limit)
                .query((row, n) -> run(row))
                .list();
    }

    /** Moves it on, where it is still as whoever does so has seen it; false where somebody was faster. */
    boolean move(BureauId bureau, CreditRun seen, CreditRunState to, String set, @Nullable Object... values) {
        List<@Nullable Object> params = new ArrayList<>();
        params.add(to.name());
        params.addAll(Arrays.asList(values));
        params.addAll(List.of(bureau.value(), seen.id().value(), seen.state().name(), seen.version()));
        return jdbc.sql("update recovery.credit_run set state = ?, version = version + 1" + set
                                + " where bureau = ? and id = ? and state = ? and version = ?")
                        .params(params)
                        .update()
                == 1;
    }

    void asked(BureauId bureau, CreditRunId id, @Nullable StaffId person) {
        jdbc.sql("update recovery.credit_run set asked = :person where bureau = :bureau and id = :id")
                .param("person", person == null ? null : person.value())
                .param("bureau", bureau.value())
                .param("id", id.value())
                .update();
    }

    List<CreditRun> of(BureauId bureau, Collection<UUID> ids) {
        return jdbc.sql("select * from recovery.credit_run where bureau = ? and id = any(?)")
                .params(bureau.value(), ids.toArray(UUID[]::new))
                .query((row, n) -> run(row))
                .list();
    }

    /** Says how far the work has come. */
    void work(BureauId bureau, CreditRunId id, int posted, int told) {
        jdbc.sql("update recovery.credit_run set posted = posted + ?, told = told + ? where bureau = ? and id = ?")
                .params(posted, told, bureau.value(), id.value())
                .update();
    }

    void step(BureauId bureau, CreditRunId run, CreditStep step) {
        jdbc.sql("insert into recovery.credit_step (bureau, run, what, by_staff, at, words) values (?, ?, ?, ?, ?, ?)")
                .params(
                        bureau.value(),
                        run.value(),
                        step.what().name(),
                        step.by().value(),
                        Moments.at(step.at()),
                        step.words())
                .update();
    }

    List<CreditStep> steps(BureauId bureau, CreditRunId run) {
        return jdbc.sql("select * from recovery.credit_step where bureau = ? and run = ? order by seq")
                .params(bureau.value(), run.value())
                .query((row, n) -> new CreditStep(
                        CreditStep.What.valueOf(row.getString("what")),
                        new StaffId(row.getObject("by_staff", UUID.class)),
                        Moments.get(row, "at"),
                        row.getString("words")))
                .list();
    }

    private static CreditRun run(ResultSet row) throws SQLException {
        CurrencyUnit currency = CurrencyUnit.of(row.getString("currency"));
        UUID problem = row.getObject("problem", UUID.class);
        UnitId unit = new UnitId(row.getObject("unit", UUID.class));
        return new CreditRun(
                new CreditRunId(row.getObject("id", UUID.class)),
                new ServiceProblem(
                        problem,
                        row.getString("place"),
                        row.getString("reason"),
                        Moments.get(row, "began_at"),
                        Moments.get(row, "ended_at"),
                        unit),
                unit,
                row.getBigDecimal("percent"),
                CreditRunState.valueOf(row.getString("state")),
                new CreditRun.Sums(
                        row.getInt("customers"),
                        row.getInt("left_out"),
                        money(currency, row.getBigDecimal("statutory")),
                        money(currency, row.getBigDecimal("rent")),
                        money(currency, row.getBigDecimal("extra")),
                        row.getBigDecimal("short") == null ? null : money(currency, row.getBigDecimal("short"))),
                new CreditRun.People(
                        new StaffId(row.getObject("proposed_by", UUID.class)),
                        Moments.get(row, "proposed_at"),
                        person(row, "first_by"),
                        person(row, "second_by"),
                        consent(row, currency),
                        person(row, "asked")),
                Moments.find(row, "promised_at"),
                new CreditRun.Work(row.getInt("posted"), row.getInt("told")),
                row.getInt("version"));
    }

    private static Run.@Nullable Consent consent(ResultSet row, CurrencyUnit currency) throws SQLException {
        StaffId holder = person(row, "holder");
        UUID budget = row.getObject("agreed_budget", UUID.class);
        return holder == null || budget == null
                ? null
                : new Run.Consent(holder, budget, money(currency, row.getBigDecimal("agreed_over")));
    }

    private static @Nullable StaffId person(ResultSet row, String column) throws SQLException {
        UUID id = row.getObject(column, UUID.class);
        return id == null ? null : new StaffId(id);
    }

    static Money money(CurrencyUnit currency, BigDecimal amount) {
        return Money.of(currency, amount.setScale(currency.getDecimalPlaces()));
    }
}
