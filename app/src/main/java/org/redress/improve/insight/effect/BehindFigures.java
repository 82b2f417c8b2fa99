package org.redress.improve.insight.effect;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.party.CustomerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What stands behind the figures of the league, of what customers say, and of those without a failure, as on the day of the figures;
 * each list paged by key.
 */
@Component
class BehindFigures {

    private final JdbcClient jdbc;
    private final Reckoner reckoner;
    private final FigureRows rows;
    private final Bureaus bureaus;
    private final Clock clock;

    BehindFigures(JdbcClient jdbc, Reckoner reckoner, FigureRows rows, Bureaus bureaus, Clock clock) {
        this.jdbc = jdbc;
        this.reckoner = reckoner;
        this.rows = rows;
        this.bureaus = bureaus;
        this.clock = clock;
    }

    /** A failure of a customer. */
    record Case(
            TicketId ticket,
            long number,
            CustomerId customer,
            @Nullable String type,
            LocalDate failedOn) {

        static Case of(ResultSet row) throws SQLException {
            return new Case(
                    new TicketId(row.getObject("ticket", UUID.class)),
                    row.getLong("number"),
                    new CustomerId(row.getObject("customer", UUID.class)),
                    row.getString("type"),
                    row.getObject("failed_on", LocalDate.class));
        }
    }

    /**
     * What was given of a kind.
     *
     * @param stayed whether the customer was there after 90 days; null where it is not looked at
     */
    record Remedied(
            Case of,
            BigDecimal cost,
            @Nullable Integer mark,
            @Nullable LocalDate left,
            @Nullable Boolean stayed) {}

    /** An answer to one question; without a case where the customer was asked to compare. */
    record Answer(@Nullable Case of, CustomerId customer, int mark, LocalDate on) {}

    /** A customer who is like cases in so many months, and was there so many days later in some of these. */
    record Alike(CustomerId customer, int months, int stayed) {}

    /** The cases that a figure of the league counts. */
    List<Remedied> remedied(Actor actor, LeagueFigure figure, List<String> types, String kind, Place after, int limit) {
        return after(BehindSql.remedies(figure), params(actor), after, limit)
                .param("types", types.toArray(String[]::new))
                .param("kind", kind)
                .query((row, n) -> new Remedied(
                        Case.of(row),
                        row.getBigDecimal("cost"),
                        row.getObject("mark", Integer.class),
                        row.getObject("left_on", LocalDate.class),
                        row.getObject("stayed", Boolean.class)))
                .list();
    }

    /** The answers to a question of customers whose failure was the first in twelve months, or another one. */
    List<Answer> answers(Actor actor, boolean again, String question, Place after, int limit) {
        return after(BehindSql.ANSWERS, params(actor), after, limit)
                .param("again", again)
                .param("measure", question)
                .query((row, n) -> {
                    Case of = Case.of(row);
                    return new Answer(of, of.customer(), row.getInt("mark"), row.getObject("on_day", LocalDate.class));
                })
                .list();
    }

    /** The answers to a question of customers without a failure. */
    Stretch<Answer> comparisons(Actor actor, String question, UUID after, Reach reach) {
        Map<String, Object> params = params(actor);
        params.put("measure", question);
        return walk(
                actor,
                new Walk(BehindSql.COMPARED_UNTIL, after, reach),
                (chunk, left) -> chunk(BehindSql.COMPARISONS, params, chunk, left)
                        .query((row, n) -> new Answer(
                                null, customer(row), row.getInt("mark"), row.getObject("on_day", LocalDate.class)))
                        .list(),
                Answer::customer);
    }

    /** The customers without a failure who are like the cases of a side. */
    Stretch<Alike> alike(Actor actor, Side side, int days, UUID after, Reach reach) {
        Map<String, Object> params = params(actor);
        params.put("side", side.name());
        params.put("horizon", days);
        params.put("days", months(actor, side, days));
        return walk(
                actor,
                new Walk(EffectSql.UNTIL, after, reach),
                (chunk, left) -> chunk(BehindSql.ALIKE, params, chunk, left)
                        .query((row, n) -> new Alike(customer(row), row.getInt("months"), row.getInt("stayed")))
                        .list(),
                Alike::customer);
    }

    /** The middles of the months in which the side has cases. */
    private String[] months(Actor actor, Side side, int days) {
        return jdbc.sql("select distinct month from insight.effect_cell where bureau = ? and side = ? and days = ?")
                .params(actor.bureau().value(), side.name(), days)
                .query((row, n) ->
                        Reckoner.middle(row.getObject("month", LocalDate.class)).toString())
                .list()
                .toArray(String[]::new);
    }

    private static CustomerId customer(ResultSet row) throws SQLException {
        return new CustomerId(row.getObject("customer", UUID.class));
    }

    private Map<String, Object> params(Actor actor) {
        actor.require(Action.READ, RecoveryEffects.KIND);
        return reckoner.params(bureaus.get(actor.bureau()), rows.day(actor.bureau(), actor.zone(), clock.instant()));
    }

    private JdbcClient.StatementSpec after(String sql, Map<String, Object> params, Place after, int limit) {
        return jdbc.sql(sql)
                .params(params)
                .param("at", after.on())
                .param("before", after.id())
                .param("limit", limit);
    }

    /** Some customers in the order of their ids. */
    private record Chunk(UUID after, UUID until) {}

    private JdbcClient.StatementSpec chunk(String sql, Map<String, Object> params, Chunk chunk, int limit) {
        return jdbc.sql(sql)
                .params(params)
                .param("after", chunk.after())
                .param("until", chunk.until())
                .param("limit", limit);
    }

    /** Whom to look at: those after one, in chunks that a statement bounds. */
    private record Walk(String bounds, UUID after, Reach reach) {}

    private <T> Stretch<T> walk(
            Actor actor, Walk walk, BiFunction<Chunk, Integer, List<T>> look, Function<T, CustomerId> whose) {
        Reach reach = walk.reach();
        List<T> found = new ArrayList<>();
        UUID after = walk.after();
        UUID until = reckoner.until(walk.bounds(), actor.bureau(), after, reach.chunk());
        for (int n = 0; n < reach.chunks() && until != null && found.size() <= reach.lines(); n++) {
            found.addAll(look.apply(new Chunk(after, until), reach.lines() + 1 - found.size()));
            after = until;
            until = reckoner.until(walk.bounds(), actor.bureau(), after, reach.chunk());
        }
        if (found.size() > reach.lines()) {
            List<T> shown = found.subList(0, reach.lines());
            return new Stretch<>(shown, whose.apply(shown.getLast()));
        }
        return new Stretch<>(found, until == null ? null : new CustomerId(after));
    }
}
