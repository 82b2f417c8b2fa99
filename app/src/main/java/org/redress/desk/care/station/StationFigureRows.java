package org.redress.desk.care.station;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.redress.ground.identity.Actor;
import org.redress.ground.rulebook.Rulebook;
import org.redress.platform.database.Moments;
import org.redress.platform.web.Sparkline;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reckons the figures of a station over its last periods. */
@Component
class StationFigureRows {

    /** Fewer answers say nothing. */
    static final String MINIMUM = "care.answers.minimum";

    private static final int PERIODS = 12;

    private static final String LAST = """
            (select * from care.period where bureau = :bureau and station = :station order by number desc limit :limit)""";

    static final String REPLIES = """
            select p.*, count(r.id) filter (where r.state <> 'EXCUSED') as owed,
                   count(r.id) filter (where r.state = 'TAKEN') as taken, count(r.id) filter (where r.late) as late
              from """ + " " + LAST + """
             p left join care.report r on r.bureau = p.bureau and r.period = p.id
             group by p.bureau, p.id, p.station, p.number, p.from_on, p.until_on, p.due_at, p.questions
             order by p.number desc""";

    static final String MARKS = """
            select p.number, m.key, count(*) as n, sum(m.value) as total, sum(m.value * m.value) as squares
              from """ + " " + LAST + """
             p join care.mark m on m.bureau = p.bureau and m.period = p.id
             group by p.number, m.key order by p.number""";

    private final JdbcClient jdbc;
    private final Rulebook rulebook;
    private final Clock clock;

    StationFigureRows(JdbcClient jdbc, Rulebook rulebook, Clock clock) {
        this.jdbc = jdbc;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    private record Sum(UUID key, long n, long total, long squares) {}

    StationFigures of(Actor actor, StationId station, List<Question> questions) {
        List<StationFigures.Reply> replies = statement(REPLIES, actor, station)
                .query((row, n) -> new StationFigures.Reply(
                        new Period(
                                row.getObject("id", UUID.class),
                                station,
                                row.getInt("number"),
                                row.getObject("from_on", LocalDate.class),
                                row.getObject("until_on", LocalDate.class),
                                Moments.get(row, "due_at"),
                                row.getInt("questions")),
                        row.getLong("owed"),
                        row.getLong("taken"),
                        row.getLong("late")))
                .list();
        List<Sum> sums = statement(MARKS, actor, station)
                .query((row, n) -> new Sum(
                        row.getObject("key", UUID.class),
                        row.getLong("n"),
                        row.getLong("total"),
                        row.getLong("squares")))
                .list();
        LocalDate today = LocalDate.ofInstant(clock.instant(), actor.zone());
        return new StationFigures(
                replies,
                questions.stream().map(one -> asked(one, sums)).toList(),
                rulebook.count(actor.bureau(), MINIMUM, today));
    }

    private JdbcClient.StatementSpec statement(String sql, Actor actor, StationId station) {
        return jdbc.sql(sql)
                .param("bureau", actor.bureau().value())
                .param("station", station.value())
                .param("limit", PERIODS);
    }

    private static StationFigures.Asked asked(Question question, List<Sum> sums) {
        List<Estimate> course = new ArrayList<>();
        for (Sum sum : sums) {
            if (sum.key().equals(question.key())) {
                course.add(Estimate.of(question.kind(), sum.n(), sum.total(), sum.squares()));
            }
        }
        int length = course.size();
        return new StationFigures.Asked(
                question,
                length == 0 ? null : course.get(length - 1),
                length < 2 ? null : course.get(length - 2),
                length < 2
                        ? null
                        : Sparkline.of(course.stream().map(Estimate::value).toList()));
    }
}
