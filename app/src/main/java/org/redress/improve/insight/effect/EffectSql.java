package org.redress.improve.insight.effect;

/**
 * The statements that make figures of facts, for customers from one to another in the order of their ids. Whether there is
 * something is asked with a limit, which cannot be turned into a join over a whole table.
 */
final class EffectSql {

    /** The last customer of the next so many. */
    static final String UNTIL = """
            select customer from (select customer from insight.effect_customer
                                   where bureau = :bureau and customer > :after order by customer limit :chunk) batch
             order by customer desc limit 1
            """;

    /**
     * What a customer {@code c} was to the house on a day as far as it was known then, else as it was first known; nothing where
     * they were never anything else than today.
     */
    static final String STANDING = """
            left join lateral (select s.segment, s.band, s.monthly from insight.effect_standing s
                                where c.version > 1 and s.bureau = c.bureau and s.customer = c.customer
                                order by s.known_on <= %1$s desc, abs(s.known_on - %1$s), s.version desc limit 1) s on true
            """;

    /** The tickets of the matter of a case {@code k}: those of its customer that are joined with it are one failure. */
    private static final String MATTER = """
            (select e.ticket from insight.effect_case e
              where e.bureau = k.bureau and e.customer = k.customer and e.counts
                and coalesce(e.lead, e.ticket) = coalesce(k.lead, k.ticket))""";

    /** A case {@code k} is the first ticket of its matter. */
    static final String ONE = """
            (select true from insight.effect_case e
              where e.bureau = k.bureau and e.customer = k.customer and e.counts
                and coalesce(e.lead, e.ticket) = coalesce(k.lead, k.ticket)
                and (e.failed_on < k.failed_on or e.failed_on = k.failed_on and e.ticket < k.ticket) limit 1) is null
            """;

    /** The customer of a case {@code k} had another failure in the twelve months before. */
    static final String BEFORE = """
            (select true from insight.effect_case e
              where e.bureau = k.bureau and e.customer = k.customer and e.counts
                and coalesce(e.lead, e.ticket) <> coalesce(k.lead, k.ticket)
                and (e.failed_on < k.failed_on or e.failed_on = k.failed_on and e.ticket < k.ticket)
                and e.failed_on > k.failed_on - 365 limit 1)
            """;

    /** Of a case {@code k} a remedy {@code r} that the customer had when it was closed; when an old one was given is not known. */
    static final String HAD = """
            r.bureau = k.bureau and r.ticket in %s and r.reverses is null
            and (r.given_at is null or r.given_at <= k.closed_at)
            and (select true from insight.effect_remedy b
                  where b.bureau = r.bureau and b.reverses = r.remedy
                    and (b.given_at is null or b.given_at <= k.closed_at) limit 1) is null
            """.formatted(MATTER);

    /**
     * Of a case {@code k} a run of credits has given something. Runs give when a problem is over, to whoever was hit, often after the
     * ticket was closed: nobody can say then that nothing was given, nor that something was by the closing.
     */
    static final String BY_RUN = """
            (select true from insight.effect_remedy r
              where r.bureau = k.bureau and r.ticket in %s and r.by_run limit 1)""".formatted(MATTER);

    /** On which cases who stayed is counted: where it is known whether something was given by the closing. */
    private static final String KNOWN = "not k.elsewhere and (k.given or not k.by_run)";

    /**
     * Cases that count, one of each matter, with their customers.
     *
     * @param more what is joined besides
     * @param range which of them
     */
    static String counted(String more, String range) {
        return """
                  from insight.effect_case k
                  join insight.effect_customer c on c.bureau = k.bureau and c.customer = k.customer
                  %s
                 where k.bureau = :bureau and %s
                   and k.counts and k.closed and k.closed_at is not null and k.failed_on >= :first and %s
                """.formatted(more, range, ONE);
    }

    /** Cases of these customers with what they were when they were closed: first or again, something given or not. */
    private static final String CASES = """
            with k as materialized (
                select k.bureau, k.ticket, k.lead, k.customer, k.type, k.failed_on, k.closed_at, k.elsewhere,
                       (k.closed_at at time zone :zone)::date as closed_on, c.since, c.left_on,
                       coalesce(s.segment, c.segment) as segment, coalesce(s.band, c.band) as band,
                       case when s.segment is null then c.monthly else s.monthly end as monthly,
                       %s is not null as again,
                       (select true from insight.effect_remedy r where %s limit 1) is not null as given, %s is not null as by_run
                %s)
            """.formatted(
                    BEFORE,
                    HAD,
                    BY_RUN,
                    counted(STANDING.formatted("k.failed_on"), "k.customer > :after and k.customer <= :until"));

    /**
     * Who stayed of those who were there when their failure was closed, once so many days have passed since: what was given is
     * known by then, and nobody can have left meanwhile. And, where the month is null, how many people
     * they are. What was given where it was closed elsewhere, nobody here knows.
     */
    static final String STAYED = CASES + """
            , s as materialized (
                select date_trunc('month', k.closed_on)::date as month, h.days, k.customer,
                       case when k.again then 'AGAIN_' else '' end || case when k.given then 'GIVEN' else 'NOTHING' end as side,
                       k.segment, insight.tenure_band(k.since, k.closed_on) as tenure, k.band,
                       k.left_on is null or k.left_on > k.closed_on + h.days as stayed
                  from k cross join unnest(array[30, 90, 180]) as h (days)
                 where %s and (k.since is null or k.since <= k.failed_on)
                   and (k.left_on is null or k.left_on > k.closed_on)
                   and k.closed_on + h.days <= :today)
            select month, days, side, segment, tenure, band, count(*) as n, count(*) filter (where stayed) as stayed
              from s group by 1, 2, 3, 4, 5, 6
            union all
            select null, days, side, '', 0, 0, count(distinct customer), 0 from s group by days, side
            """.formatted(KNOWN);

    private static final String WITHOUT = """
            select m.day, c.customer, %1$s as segment, insight.tenure_band(c.since, m.day) as tenure, %2$s as band,
                   c.left_on - m.day as gone
              from insight.effect_customer c
             cross join unnest(:days::date[]) as m (day)
              %3$s
             where c.bureau = :bureau and c.customer > :after and c.customer <= :until and %4$s
               and c.since <= m.day and (c.left_on is null or c.left_on > m.day) and m.day + 30 <= :today
               and not (c.failed
                        and coalesce((select true from insight.effect_case e
                                       where e.bureau = c.bureau and e.customer = c.customer and e.counts
                                         and e.failed_on <= m.day and e.failed_on > m.day - 365 limit 1),
                                     (select true from insight.effect_hit h
                                       where h.bureau = c.bureau and h.customer = c.customer
                                         and h.hit_on <= m.day and h.hit_on > m.day - 365 limit 1), false))
            """;

    /**
     * Customers without a failure in the twelve months before the middle of each month, once for each, and after how many days
     * they left. Only of those who were ever anything else is it looked up what they were.
     *
     * @param likely which of those who never were anything else are looked at
     */
    static String without(String likely) {
        return WITHOUT.formatted("c.segment", "c.band", "", "c.version <= 1 and " + likely)
                + " union all "
                + WITHOUT.formatted(
                        "coalesce(s.segment, c.segment)",
                        "coalesce(s.band, c.band)",
                        STANDING.formatted("m.day"),
                        "c.version > 1");
    }

    /** By what customers {@code o} are like cases {@code u}. */
    static final String LIKE = "using (day, segment, tenure, band)";

    /**
     * Who stayed of those without one in the twelve months before the middle of each month; and, where the month is null, how
     * many people are like a case, in however many months they are, by the sides and distances at which they are: see {@link LikeSides}.
     * Those who are like nobody are left out last, so that as many are expected as there are, and nobody is sorted.
     */
    static final String OTHERS = """
            with o as materialized (%s),
                 a as (select day, segment, tenure, band, count(*) as n,
                              count(*) filter (where gone is null or gone > 30) as stayed30,
                              count(*) filter (where gone is null or gone > 90) as stayed90,
                              count(*) filter (where gone is null or gone > 180) as stayed180
                         from o group by 1, 2, 3, 4)
            select date_trunc('month', a.day)::date as month, h.days, 'NONE' as side, a.segment, a.tenure, a.band, a.n,
                   h.stayed, 0 as sides
              from a cross join lateral (values (30, a.stayed30), (90, a.stayed90), (180, a.stayed180)) as h (days, stayed)
             where a.day + h.days <= :today
            union all
            select null, 0, '', '', 0, 0, count(*), 0, p.sides
              from (select o.customer, bit_or(u.sides) as sides
                      from o left join unnest(:likeDays::date[], :likeSegments::text[], :likeTenures::int[], :likeBands::int[],
                                         :likeSides::int[]) as u (day, segment, tenure, band, sides) %s
                     group by o.customer) p
             where p.sides is not null group by p.sides
            """.formatted(without("true"), LIKE);

    /**
     * First failures half a year after their closing, of each type: who stayed, what they pay a month as far as it is known,
     * and what was given for them in the bureau's currency and not taken back.
     */
    static final String KEPT = CASES + """
            select case when k.given then 'GIVEN' else 'NOTHING' end as side, coalesce(k.type, '') as type, k.segment,
                   insight.tenure_band(k.since, k.closed_on) as tenure, k.band, count(*) as n,
                   count(*) filter (where k.left_on is null or k.left_on > k.closed_on + 180) as stayed,
                   count(k.monthly) as paying, coalesce(sum(k.monthly), 0) as monthly,
                   coalesce(sum((select sum(r.amount) from insight.effect_remedy r
                                  where r.bureau = k.bureau and r.ticket in %s and r.reverses is null
                                    and r.currency = :currency
                                    and (select true from insight.effect_remedy b
                                          where b.bureau = r.bureau and b.reverses = r.remedy limit 1) is null)), 0) as cost
              from k
             where not k.again and %s and (k.since is null or k.since <= k.failed_on)
               and (k.left_on is null or k.left_on > k.closed_on) and k.closed_on + 180 <= :today
             group by 1, 2, 3, 4, 5
            """.formatted(MATTER, KNOWN);

    /** Of a case {@code k} what was answered last {@code a}, how its customer was when they first spoke {@code m}, and the marks {@code v}. */
    static final String ANSWERED = """
             cross join lateral (select a.recovery, a.service, a.effort, a.stay, a.recommend, a.elsewhere, a.on_day
                                   from insight.effect_answer a
                                  where a.bureau = :bureau and a.ticket in %s
                                  order by a.on_day desc, a.follow_up desc limit 1) a
              left join lateral (select m.mood from insight.effect_mood m
                                  where m.bureau = :bureau and m.ticket = k.ticket limit 1) m on true
             cross join lateral (values
                   ('RECOVERY', a.recovery::int), ('SERVICE', a.service::int), ('EFFORT', a.effort::int), ('STAY', a.stay::int),
                   ('RECOMMEND', a.recommend::int), ('ELSEWHERE', a.elsewhere::int),
                   ('UPSET_BEFORE', case when m.mood is not null then (m.mood not in ('PLEASED', 'CALM'))::int end),
                   ('BAD_AFTER', case when m.mood is not null then (a.service <= :bad)::int end)) as v (measure, mark)
            """.formatted(MATTER);

    /** What customers said last who were asked to compare, if nothing ever failed for them {@code a}, and their marks {@code v}. */
    static final String COMPARED = """
              from (select distinct on (a.customer) a.customer, a.service, a.effort, a.stay, a.recommend, a.elsewhere, a.on_day
                      from insight.effect_answer a
                      join insight.effect_customer c on c.bureau = a.bureau and c.customer = a.customer and not c.failed
                     where a.bureau = :bureau and a.customer > :after and a.customer <= :until and a.ticket is null
                       and a.on_day >= :first
                     order by a.customer, a.on_day desc, a.follow_up desc) a
             cross join lateral (values
                   ('SERVICE', a.service::int), ('EFFORT', a.effort::int), ('STAY', a.stay::int),
                   ('RECOMMEND', a.recommend::int), ('ELSEWHERE', a.elsewhere::int)) as v (measure, mark)
            """;

    /**
     * Marks of these customers, of each case those that were given last. Without a ticket it is who was asked to compare, if
     * nothing failed for them: of each customer what they said last.
     */
    static final String SCORES = CASES + """
            select case when k.again then 'AGAIN' else 'FIRST' end as side, v.measure, count(v.mark) as n,
                   coalesce(sum(v.mark), 0) as sum, coalesce(sum(v.mark * v.mark), 0) as squares
              from k
            %s
             group by 1, 2
            union all
            select 'NONE', v.measure, count(v.mark), coalesce(sum(v.mark), 0), coalesce(sum(v.mark * v.mark), 0)
            %s
             group by 2
            """.formatted(ANSWERED, COMPARED);

    /**
     * What there was of each kind for a case {@code k}, in the bureau's currency alone, {@code g}; the mark {@code a} that was
     * given by then; and whether who stayed is looked at {@code e}, which is where the customer had it when the failure was closed.
     */
    static final String REMEDIES = """
             cross join lateral (
                select r.kind, sum(case when r.currency = :currency then r.amount else 0 end) as cost,
                       bool_or(r.given_at is null or r.given_at <= k.closed_at) as had,
                       min((coalesce(r.given_at, k.closed_at) at time zone :zone)::date) as given_on
                  from %1$s t (ticket)
                  join insight.effect_remedy r on r.bureau = :bureau and r.ticket = t.ticket and r.reverses is null
                 where (select true from insight.effect_remedy b
                         where b.bureau = r.bureau and b.reverses = r.remedy limit 1) is null
                 group by r.kind) g
              left join lateral (select a.recovery from insight.effect_answer a
                                  where a.bureau = :bureau and a.ticket in %1$s and a.on_day >= g.given_on
                                  order by a.on_day desc, a.follow_up desc limit 1) a on true
             cross join lateral (select g.had and k.closed_on + 90 <= :today and (k.since is null or k.since <= k.failed_on)
                                        and (k.left_on is null or k.left_on > k.closed_on) as eligible,
                                        k.left_on is null or k.left_on > k.closed_on + 90 as stayed) e
            """.formatted(MATTER);

    /** Each kind of remedy on each type of failure; one case counts once for a kind. */
    static final String LEAGUE = CASES + """
            select coalesce(k.type, '') as type, g.kind, count(*) as used, sum(g.cost) as cost,
                   count(a.recovery) as marks, coalesce(sum(a.recovery), 0) as sum,
                   coalesce(sum(a.recovery * a.recovery), 0) as squares,
                   count(*) filter (where e.eligible) as n, count(*) filter (where e.eligible and e.stayed) as stayed
              from k
            %s
             group by 1, 2
            """.formatted(REMEDIES);

    private EffectSql() {}
}
