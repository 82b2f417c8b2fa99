package org.redress.desk.ticket;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import org.redress.ground.identity.Actor;
import org.redress.ground.rulebook.Limit;
import org.redress.ground.rulebook.Rulebook;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds tickets that look like one matter, after new ones have come in: two statements for any number of them. Only open
 * tickets are looked at; the earliest of those that belong together leads. A pair that was proposed once, and perhaps put
 * away, is not proposed again.
 */
@Component
class JoinSeeker {

    /** One customer, and one subject or failure type. */
    private static final String SAME_CUSTOMER = """
            insert into ticket.join_proposal (bureau, lead, reason, ticket, at)
            select :bureau, lead, 'CUSTOMER', ticket, :now
              from (select distinct on (p.ticket) p.ticket, p.lead
                      from (select case when (o.received_at, o.number) < (f.received_at, f.number) then f.id else o.id end as ticket,
                                   case when (o.received_at, o.number) < (f.received_at, f.number) then o.id else f.id end as lead,
                                   least(o.received_at, f.received_at) as since,
                                   least(o.number, f.number) as first
                              from ticket.ticket f
                              join ticket.ticket o
                                on o.bureau = :bureau and o.customer = f.customer and o.open and o.id <> f.id
                               and o.received_at between f.received_at - :span::interval and f.received_at + :span::interval
                               and (o.subject_key = f.subject_key or o.type_key = f.type_key)
                             where f.bureau = :bureau and f.id = any(:fresh) and f.open and f.customer is not null) p
                     order by p.ticket, p.since, p.first) found
             where not exists (select 1 from ticket.joining j
                                where j.bureau = :bureau and j.ticket = found.ticket and j.parted_at is null)
            on conflict do nothing
            """;

    /**
     * One place and one matter, at least so many times within the span. {@code touched} are the stretches of time around the
     * fresh tickets, so far apart that none reaches into the next. {@code times} counts the tickets of the span that ends
     * with each one, {@code most} the fullest span that the ticket is part of.
     */
    private static final String SAME_PLACE = """
            with fresh as (
                select place, matter_key, received_at,
                       received_at > lag(received_at) over (partition by place, matter_key order by received_at)
                                     + 4 * :span::interval as apart
                  from ticket.ticket
                 where bureau = :bureau and id = any(:fresh) and open and place is not null and matter_key is not null),
            touched as (
                select place, matter_key, min(received_at) as since, max(received_at) as until
                  from (select *, count(*) filter (where apart) over (partition by place, matter_key order by received_at)
                               as stretch
                          from fresh) f
                 group by place, matter_key, stretch)
            insert into ticket.join_proposal (bureau, lead, reason, ticket, at)
            select :bureau, l.id, 'PLACE', found.id, :now
              from (select s.*, max(s.times) over (partition by s.place, s.matter_key order by s.received_at
                                              range between current row and :span::interval following) as most
                      from (select t.id, t.number, t.received_at, t.place, t.matter_key,
                                   t.received_at between touched.since - :span::interval and touched.until + :span::interval as near,
                                   count(*) over span as times,
                                   (min(array[(extract(epoch from t.received_at) * 1000000)::bigint, t.number]) over span)[2] as first
                              from touched
                              join ticket.ticket t
                                on t.bureau = :bureau and t.open and t.place = touched.place and t.matter_key = touched.matter_key
                               and t.received_at between touched.since - 2 * :span::interval and touched.until + 2 * :span::interval
                            window span as (partition by t.place, t.matter_key order by t.received_at
                                            range between :span::interval preceding and current row)) s) found
              join ticket.ticket l on l.bureau = :bureau and l.number = found.first
             where found.most >= :minimum and found.first <> found.number and found.near
               and not exists (select 1 from ticket.joining j
                                where j.bureau = :bureau and j.ticket = found.id and j.parted_at is null)
            on conflict do nothing
            """;

    private final JdbcClient jdbc;
    private final Rulebook rulebook;
    private final Clock clock;

    JoinSeeker(JdbcClient jdbc, Rulebook rulebook, Clock clock) {
        this.jdbc = jdbc;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    /** Proposes what the fresh tickets have in common with each other and with those that are there. */
    void seek(Actor actor, Collection<UUID> fresh) {
        if (fresh.isEmpty()) {
            return;
        }
        UUID[] ids = fresh.toArray(UUID[]::new);
        seek(actor, ids, SAME_CUSTOMER, span(actor, "join.window.customer"), 2);
        int minimum = rulebook.count(actor.bureau(), "join.place.minimum", today(actor));
        seek(actor, ids, SAME_PLACE, span(actor, "join.window.place"), minimum);
    }

    private void seek(Actor actor, UUID[] fresh, String sql, Duration span, int minimum) {
        jdbc.sql(sql)
                .param("bureau", actor.bureau().value())
                .param("fresh", fresh)
                .param("now", Moments.at(clock.instant()))
                .param("span", span.toSeconds() + " seconds")
                .param("minimum", minimum)
                .update();
    }

    private Duration span(Actor actor, String rule) {
        Limit limit = rulebook.limit(actor.bureau(), rule, today(actor));
        return switch (limit.unit()) {
            case ELAPSED_SECONDS -> Duration.ofSeconds(limit.amount());
            case ELAPSED_MINUTES, WORKING_MINUTES -> Duration.ofMinutes(limit.amount());
            case ELAPSED_HOURS, WORKING_HOURS -> Duration.ofHours(limit.amount());
            // How far two complaints lie apart is no time that anybody owes: a day is a day.
            default -> Duration.ofDays(limit.amount());
        };
    }

    private LocalDate today(Actor actor) {
        return LocalDate.ofInstant(clock.instant(), actor.zone());
    }
}
