-- A plan that came to its result before another one took its place counts with that result.
update recovery.plan p set came_back = true, resolved_at = coalesce(p.resolved_at, p.superseded_at)
 where p.superseded_at is not null
   and exists (select from recovery.plan n
                where n.bureau = p.bureau and n.ticket = p.ticket and n.number = p.number + 1
                  and n.reopened_before > p.reopened_before);

drop index recovery.plan_known;
drop index recovery.plan_by;
create index plan_known on recovery.plan (bureau, resolved_at desc) include (followed, came_back, consent, elsewhere_at)
    where resolved_at is not null and (superseded_at is null or resolved_at <= superseded_at);
create index plan_by on recovery.plan (bureau, made_by, resolved_at desc) include (came_back, consent, elsewhere_at)
    where resolved_at is not null and (superseded_at is null or resolved_at <= superseded_at);
