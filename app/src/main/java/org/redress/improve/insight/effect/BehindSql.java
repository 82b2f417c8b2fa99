package org.redress.improve.insight.effect;

/** The statements that list what stands behind figures: made of the same parts as those that count it. */
final class BehindSql {

    /** Cases that count, for a list: those that come after a place in it, the latest failure first. */
    private static String listed(String which) {
        return """
                (select k.bureau, k.ticket, k.number, k.lead, k.customer, k.type, k.failed_on, k.closed_at,
                        (k.closed_at at time zone :zone)::date as closed_on, c.since, c.left_on, %s is not null as again
                %s) k
                """.formatted(
                EffectSql.BEFORE, EffectSql.counted("", "(k.failed_on, k.ticket) < (:at, :before) and " + which));
    }

    /** The cells of the cases of a side so many days after. */
    private static final String CELLS =
            "insight.effect_cell where bureau = :bureau and side = :side and days = :horizon";

    /**
     * The people whom {@link EffectSql#OTHERS} counts as like the cases of a side so many days after: in how many months each is, and in
     * how many of these they stayed. Who never was anything that cases are is not looked at any further.
     */
    static final String ALIKE = """
            select o.customer, count(*) as months, count(*) filter (where o.gone is null or o.gone > :horizon) as stayed
              from (%s) o
              join (select month + %d as day, segment, tenure, band from %s) u %s
             where o.day + :horizon <= :today
             group by o.customer order by o.customer limit :limit
            """.formatted(
                    EffectSql.without("(c.segment, c.band) in (select segment, band from %s)".formatted(CELLS)),
                    Reckoner.MIDDLE - 1,
                    CELLS,
                    EffectSql.LIKE);

    /** The last customer of the next so many who were asked to compare. */
    static final String COMPARED_UNTIL = """
            select customer from (select customer from insight.effect_answer
                                   where bureau = :bureau and customer > :after and ticket is null
                                   order by customer limit :chunk) batch
             order by customer desc limit 1
            """;

    /** The answers of cases that {@link EffectSql#SCORES} counts, of first failures or others. */
    static final String ANSWERS = """
            select k.ticket, k.number, k.customer, k.type, k.failed_on, v.mark, a.on_day
              from %s
            %s
             where k.again = :again and v.measure = :measure and v.mark is not null
             order by k.failed_on desc, k.ticket desc limit :limit
            """.formatted(listed("true"), EffectSql.ANSWERED);

    /** The answers of customers without a failure that {@link EffectSql#SCORES} counts. */
    static final String COMPARISONS = """
            select a.customer, v.mark, a.on_day
            %s
             where v.measure = :measure and v.mark is not null
             order by a.customer limit :limit
            """.formatted(EffectSql.COMPARED);

    /** The cases that {@link EffectSql#LEAGUE} counts of a kind on some types, as far as a figure counts them. */
    static String remedies(LeagueFigure of) {
        return """
                select k.ticket, k.number, k.customer, k.type, k.failed_on, g.cost, a.recovery as mark, k.left_on,
                       case when e.eligible then e.stayed end as stayed
                  from %s
                %s
                 where g.kind = :kind and %s
                 order by k.failed_on desc, k.ticket desc limit :limit
                """.formatted(listed("coalesce(k.type, '') = any(:types)"), EffectSql.REMEDIES, of.sql());
    }

    private BehindSql() {}
}
