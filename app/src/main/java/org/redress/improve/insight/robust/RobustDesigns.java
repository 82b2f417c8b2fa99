package org.redress.improve.insight.robust;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.desk.procedure.Procedure;
import org.redress.desk.procedure.ProcedureId;
import org.redress.desk.procedure.Procedures;
import org.redress.desk.procedure.StageFigures;
import org.redress.desk.procedure.StageRecord;
import org.redress.desk.ticket.TicketKind;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.rulebook.Rulebook;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How robust the procedures are (S8.2): of each place the share of work within its limit, how it failed, and whether a mistake
 * there does harm. Over the days of the rule {@code robust.window}.
 */
@Component
public class RobustDesigns {

    static final String COMPLAINTS = """
            select count(*) from insight.fact
             where bureau = :bureau and failure_type = :type and received_at >= :since and kind = 'COMPLAINT'
               and state not in ('rejected', 'cancelled')
            """;
    static final String ALL_COMPLAINTS = """
            select count(*) from insight.fact
             where bureau = :bureau and received_at >= :since and kind = 'COMPLAINT'
               and state not in ('rejected', 'cancelled')
            """;

    private final Procedures procedures;
    private final StageRecord record;
    private final Rulebook rulebook;
    private final JdbcClient jdbc;
    private final Clock clock;

    RobustDesigns(Procedures procedures, StageRecord record, Rulebook rulebook, JdbcClient jdbc, Clock clock) {
        this.procedures = procedures;
        this.record = record;
        this.rulebook = rulebook;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Every procedure in its current version. */
    public List<RobustListPage.Row> list(Actor actor) {
        actor.require(Action.READ, "cause");
        List<Procedure> all = procedures.listWhole(actor);
        Map<ProcedureId, List<StageFigures>> figures = record.of(actor, all, first(actor));
        return all.stream()
                .map(one -> row(one, figures.getOrDefault(one.id(), List.of())))
                .toList();
    }

    private static RobustListPage.Row row(Procedure one, List<StageFigures> figures) {
        return new RobustListPage.Row(
                one,
                Share.of(
                        figures.stream().mapToLong(StageFigures::inTime).sum(),
                        figures.stream().mapToLong(StageFigures::measured).sum()),
                (int) one.stages().stream()
                        .filter(stage -> stage.task().control())
                        .count(),
                (int) one.stages().stream()
                        .filter(stage -> stage.failSafe() != null)
                        .count(),
                figures.stream()
                        .mapToLong(place -> place.late() + place.returned() + place.refused())
                        .sum());
    }

    /** A version of a procedure, with its stages. */
    public Procedure version(Actor actor, ProcedureId id, @Nullable Integer number) {
        actor.require(Action.READ, "cause");
        return procedures.get(actor, id, number);
    }

    /** Its places in their order, those at which nothing happened too. */
    public List<RobustPage.Row> places(Actor actor, Procedure version) {
        actor.require(Action.READ, "cause");
        Map<Integer, StageFigures> figures =
                record.of(actor, List.of(version), first(actor)).getOrDefault(version.id(), List.of()).stream()
                        .collect(Collectors.toMap(StageFigures::place, Function.identity()));
        return version.stages().stream()
                .map(stage -> {
                    StageFigures here =
                            figures.getOrDefault(stage.place(), new StageFigures(stage.place(), 0, 0, 0, 0, 0));
                    return new RobustPage.Row(stage, here, Share.of(here.inTime(), here.measured()));
                })
                .toList();
    }

    /** Complaints of the types for which it is; null where it is for any type of another kind and they cannot be told apart. */
    public @Nullable Long complaints(Actor actor, Procedure version) {
        actor.require(Action.READ, "cause");
        if (version.type() == null && version.kind() != TicketKind.COMPLAINT) {
            return null;
        }
        JdbcClient.StatementSpec statement = jdbc.sql(version.type() == null ? ALL_COMPLAINTS : COMPLAINTS)
                .param("bureau", actor.bureau().value())
                .param("since", since(actor).atOffset(ZoneOffset.UTC));
        return (version.type() == null ? statement : statement.param("type", version.type()))
                .query(Long.class)
                .single();
    }

    /** Tickets behind a figure. */
    List<StageRecord.Line> behind(
            Actor actor,
            Procedure version,
            int place,
            StageRecord.Behind what,
            Instant at,
            java.util.UUID after,
            int limit) {
        actor.require(Action.READ, "cause");
        return record.behind(actor, version, place, what, since(actor), at, after, limit);
    }

    /** Until when what is over is counted; null where it never was yet. */
    @Nullable
    Instant until(Actor actor) {
        return record.until(actor).orElse(null);
    }

    int days(Actor actor) {
        return rulebook.days(actor.bureau(), "robust.window", today(actor));
    }

    int least(Actor actor) {
        return rulebook.count(actor.bureau(), "robust.minimum", today(actor));
    }

    LocalDate first(Actor actor) {
        return today(actor).minusDays(days(actor));
    }

    private Instant since(Actor actor) {
        return first(actor).atStartOfDay(actor.zone()).toInstant();
    }

    LocalDate today(Actor actor) {
        return LocalDate.ofInstant(clock.instant(), actor.zone());
    }
}
