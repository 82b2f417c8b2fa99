-- What the customer gave the recovery while the plan held: it is counted in the database, however many plans there are.
alter table recovery.plan add column mark smallint check (mark between 1 and 5);
update recovery.plan p
   set mark = (select f.recovery from recovery.follow_up f
                where f.bureau = p.bureau and f.ticket = p.ticket and f.recovery is not null
                  and f.round >= p.reopened_before
                  and not exists (select from recovery.plan n
                                   where n.bureau = p.bureau and n.ticket = p.ticket
                                     and n.number > p.number and n.reopened_before <= f.round)
                order by f.round desc limit 1)
 where exists (select from recovery.follow_up f
                where f.bureau = p.bureau and f.ticket = p.ticket and f.recovery is not null);

drop index recovery.plan_known;
create index plan_known on recovery.plan (bureau, resolved_at desc) include (followed, came_back, consent, elsewhere_at, mark)
    where resolved_at is not null and (superseded_at is null or resolved_at <= superseded_at);
