package org.redress.desk.ticket;

import java.util.EnumSet;
import java.util.Set;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How many tickets are open, kept by unit, kind and where they stand, so that no page counts them. The table of tickets keeps them
 * itself: each change of what counts adds a row beside the counts, which a job folds into them. A reader adds both.
 */
@Component
class OpenTallies {

    private static final String COLUMNS = "bureau, unit, kind, state, taken, classified, paused";

    private static final String BOTH =
            "(select %1$s, n from ticket.tally union all select %1$s, n from ticket.tally_change)".formatted(COLUMNS);

    /** Open work with the columns of a ticket that views speak of; each row stands for {@code n} tickets. */
    private static final String KEPT = """
            (select bureau, unit, kind, state, true as open, paused, n,
                    case when taken then timestamptz 'epoch' end as taken_at, case when classified then '' end as failure_type
               from %s k) t""".formatted(BOTH);

    /** What somebody who sees only their own has is little, and no count is kept of it. */
    private static final String OWN = """
            (select o.*, 1 as n from ticket.ticket o where o.bureau = :bureau and o.open and o.responsible = :me) t""";

    private static final Set<TicketView> KEPT_VIEWS = EnumSet.of(
            TicketView.UNIT,
            TicketView.UNCLAIMED,
            TicketView.UNCLASSIFIED,
            TicketView.CLASSIFIED,
            TicketView.PAUSED,
            TicketView.RESOLVED,
            TicketView.OPEN);

    /** Some changes at a time, so that no transaction is long; jobs on several nodes do not wait for each other. */
    static final String FOLD = """
            with next as materialized (
                select bureau, id from ticket.tally_change where bureau = :bureau order by id limit :most for update skip locked),
            moved as materialized (
                delete from ticket.tally_change c using next where c.bureau = next.bureau and c.id = next.id returning c.*),
            folded as (
                insert into ticket.tally as t (%1$s, n)
                select %1$s, sum(n) from moved group by %1$s having sum(n) <> 0 order by %1$s
                    on conflict (%1$s) do update set n = t.n + excluded.n)
            select count(*) from moved
            """.formatted(COLUMNS);

    /** All in one statement, so that what changes meanwhile is in both or in neither; what is added waits for nobody. */
    static final String MEND = """
            with counted as (
                select bureau, unit, kind, state, taken_at is not null as taken, failure_type is not null as classified, paused,
                       count(*) as n
                  from ticket.ticket where bureau = :bureau and open group by 1, 2, 3, 4, 5, 6, 7),
            kept as (select %1$s, sum(n) as n from %2$s k where bureau = :bureau group by %1$s),
            wrong as (
                select %1$s, coalesce(c.n, 0) - coalesce(k.n, 0) as n from counted c full join kept k using (%1$s)
                 where coalesce(c.n, 0) <> coalesce(k.n, 0)),
            mended as (insert into ticket.tally_change (%1$s, n) select %1$s, n from wrong)
            select count(*) from wrong
            """.formatted(COLUMNS, BOTH);

    private static final int AT_A_TIME = 5_000;

    private final JdbcClient jdbc;

    OpenTallies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where the conditions of views can be asked for numbers of tickets, as table alias {@code t}. */
    static String of(Reach reach) {
        return reach.scope() == Scope.OWN ? OWN : KEPT;
    }

    /** Whether how many a view holds is kept. The others hold one person's work, or change as time goes by. */
    static boolean keeps(TicketView view) {
        return KEPT_VIEWS.contains(view);
    }

    /** The same of a view that is narrowed. */
    static boolean keeps(TicketView view, TicketFilter filter) {
        return keeps(view) && filter.equals(new TicketFilter(filter.kind(), filter.state(), null, null, null, null));
    }

    /** Folds what has changed into the counts. */
    void fold(BureauId bureau) {
        long folded;
        do {
            folded = jdbc.sql(FOLD)
                    .param("bureau", bureau.value())
                    .param("most", AT_A_TIME)
                    .query(Long.class)
                    .single();
        } while (folded == AT_A_TIME);
    }

    /** How many counts were not what is open; they are afterwards. */
    long mend(BureauId bureau) {
        return jdbc.sql(MEND).param("bureau", bureau.value()).query(Long.class).single();
    }
}
