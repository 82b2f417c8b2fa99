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
    private static final String STANDING = """
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

    /** Cases of these customers with what they were when they were closed: first or again, something given or not. */
    private static final String CASES = """
            with k as materialized (
                select k.bureau, k.ticket, k.lead, k.customer, k.type, k.failed_on, k.closed_at, k.elsewhere,
                       (k.closed_at at time zone :zone)::date as closed_on, c.since, c.left_on,
                       coalesce(s.segment, c.segment) as segment, coalesce(s.band, c.band) as band,
                       case when s.segment is null then c.monthly else s.monthly end as monthly,
                       %s is not null as again,
                       (select true from insight.effect_remedy r where %s limit 1) is not null as given
                  from insight.effect_case k
                  join insight.effect_customer c on c.bureau = k.bureau and c.customer = k.customer
                  %s
                 where k.bureau = :bureau and k.customer > :after and k.customer <= :until
                   and k.counts and k.closed and k.closed_at is not null and k.failed_on >= :first and %s)
            """.formatted(BEFORE, HAD, STANDING.formatted("k.failed_on"), ONE);

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
                 where not k.elsewhere and (k.since is null or k.since <= k.failed_on)
                   and (k.left_on is null or k.left_on > k.closed_on)
                   and k.closed_on + h.days <= :today)
            select month, days, side, segment, tenure, band, count(*) as n, count(*) filter (where stayed) as stayed
              from s group by 1, 2, 3, 4, 5, 6
            union all
            select null, days, side, '', 0, 0, count(distinct customer), 0 from s group by days, side
            """;

    /**
     * Who stayed of those without one in the twelve months before the middle of each month; and, where the month is null, how
     * many people are like a case of a side, in however many months they are. What was given where it was closed elsewhere, nobody here knows.
     */
    static final String OTHERS = """
            with o as materialized (
                select date_trunc('month', m.day)::date as month, h.days, c.customer,
                       coalesce(s.segment, c.segment) as segment, insight.tenure_band(c.since, m.day) as tenure,
                       coalesce(s.band, c.band) as band, c.left_on is null or c.left_on > m.day + h.days as stayed
                  from insight.effect_customer c
                 cross join unnest(:days::date[]) as m (day)
                  %s
                 cross join unnest(array[30, 90, 180]) as h (days)
                 where c.bureau = :bureau and c.customer > :after and c.customer <= :until
                   and c.since <= m.day and (c.left_on is null or c.left_on > m.day) and m.day + h.days <= :today
                   and not (c.failed and (select true from insight.effect_case e
                                           where e.bureau = c.bureau and e.customer = c.customer and e.counts
                                             and e.failed_on <= m.day and e.failed_on > m.day - 365 limit 1) is not null))
            select month, days, 'NONE' as side, segment, tenure, band, count(*) as n,
                   count(*) filter (where stayed) as stayed
              from o group by 1, 2, 4, 5, 6
            union all
            select null, o.days, u.side, '', 0, 0, count(distinct o.customer), 0
              from o join unnest(:caseMonths::date[], :caseDays::int[], :caseSides::text[], :caseSegments::text[],
                                 :caseTenures::int[], :caseBands::int[]) as u (month, days, side, segment, tenure, band)
                using (month, days, segment, tenure, band)
             group by o.days, u.side
            """.formatted(STANDING.formatted("m.day"));

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
             where not k.again and not k.elsewhere and (k.since is null or k.since <= k.failed_on)
               and (k.left_on is null or k.left_on > k.closed_on) and k.closed_on + 180 <= :today
             group by 1, 2, 3, 4, 5
            """.formatted(MATTER);

    /**
     * Marks of these customers, of each case those that were given last. Without a ticket it is who was asked to compare, if
     * nothing failed for them: of each customer what they said last.
     */
    static final String SCORES = CASES + """
            , a as (select k.again, a.*, m.mood
                      from k
                     cross join lateral (select a.recovery, a.service, a.effort, a.stay, a.recommend, a.elsewhere
                                           from insight.effect_answer a
                                          where a.bureau = :bureau and a.ticket in %s
                                          order by a.on_day desc, a.follow_up desc limit 1) a
                      left join lateral (select m.mood from insight.effect_mood m
                                          where m.bureau = :bureau and m.ticket = k.ticket limit 1) m on true)
            select case when again then 'AGAIN' else 'FIRST' end as side, v.measure, count(v.mark) as n,
                   coalesce(sum(v.mark), 0) as sum, coalesce(sum(v.mark * v.mark), 0) as squares
              from a cross join lateral (values
                   ('RECOVERY', a.recovery::int), ('SERVICE', a.service::int), ('EFFORT', a.effort::int), ('STAY', a.stay::int),
                   ('RECOMMEND', a.recommend::int), ('ELSEWHERE', a.elsewhere::int),
                   ('UPSET_BEFORE', case when mood is not null then (mood not in ('PLEASED', 'CALM'))::int end),
                   ('BAD_AFTER', case when mood is not null then (service <= :bad)::int end)) as v (measure, mark)
             group by 1, 2
            union all
            select 'NONE', v.measure, count(v.mark), coalesce(sum(v.mark), 0), coalesce(sum(v.mark * v.mark), 0)
              from (select distinct on (a.customer) a.service, a.effort, a.stay, a.recommend, a.elsewhere
                      from insight.effect_answer a
                      join insight.effect_customer c on c.bureau = a.bureau and c.customer = a.customer and not c.failed
                     where a.bureau = :bureau and a.customer > :after and a.customer <= :until and a.ticket is null
                       and a.on_day >= :first
                     order by a.customer, a.on_day desc, a.follow_up desc) a
             cross join lateral (values
                   ('SERVICE', a.service::int), ('EFFORT', a.effort::int), ('STAY', a.stay::int),
                   ('RECOMMEND', a.recommend::int), ('ELSEWHERE', a.elsewhere::int)) as v (measure, mark)
             group by 2
            """.formatted(MATTER);

    /**
     * Each kind of remedy on each type of failure; one case counts once for a kind. Sums in the bureau's currency alone. Who stayed is
     * looked at where the customer had it when the failure was closed, a mark where it was given by then.
     */
    static final String LEAGUE = CASES + """
            , g as (select k.bureau, k.ticket, k.lead, k.customer, coalesce(k.type, '') as type, r.kind, sum(case when r.currency = :currency then r.amount else 0 end) as cost,
                           k.since, k.left_on, k.failed_on, k.closed_on,
                           bool_or(r.given_at is null or r.given_at <= k.closed_at) as had,
                           min((coalesce(r.given_at, k.closed_at) at time zone :zone)::date) as given_on
                      from k cross join lateral %s e (ticket)
                      join insight.effect_remedy r on r.bureau = :bureau and r.ticket = e.ticket and r.reverses is null
                     where (select true from insight.effect_remedy b
                             where b.bureau = r.bureau and b.reverses = r.remedy limit 1) is null
                     group by k.bureau, k.ticket, k.lead, k.customer, 5, r.kind, k.since, k.left_on, k.failed_on, k.closed_on)
            select k.type, k.kind, count(*) as used, sum(k.cost) as cost,
                   count(a.recovery) as marks, coalesce(sum(a.recovery), 0) as sum,
                   coalesce(sum(a.recovery * a.recovery), 0) as squares,
                   count(*) filter (where e.eligible) as n,
                   count(*) filter (where e.eligible and (k.left_on is null or k.left_on > k.closed_on + 90)) as stayed
              from g k
              left join lateral (select a.recovery from insight.effect_answer a
                                  where a.bureau = :bureau and a.ticket in %s and a.on_day >= k.given_on
                                  order by a.on_day desc, a.follow_up desc limit 1) a on true
             cross join lateral (select k.had and k.closed_on + 90 <= :today and (k.since is null or k.since <= k.failed_on)
                                        and (k.left_on is null or k.left_on > k.closed_on) as eligible) e
             group by 1, 2
            """.formatted(MATTER, MATTER);

    private EffectSql() {}
}
