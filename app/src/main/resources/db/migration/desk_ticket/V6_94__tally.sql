-- How many tickets are open in each unit, of each kind and where they stand: kept, so that no page counts them. One row for each
-- that there is; what changes is added beside it and folded into it, so that no two writers ever wait for a row here.
create table ticket.tally (
    bureau     int not null,
    unit       uuid not null,
    kind       text not null,
    state      text not null,
    taken      boolean not null,
    classified boolean not null,
    paused     boolean not null,
    n          bigint not null,
    primary key (bureau, unit, kind, state, taken, classified, paused)
);

create table ticket.tally_change (
    bureau     int not null,
    id         bigint generated always as identity,
    unit       uuid not null,
    kind       text not null,
    state      text not null,
    taken      boolean not null,
    classified boolean not null,
    paused     boolean not null,
    n          int not null,
    primary key (bureau, id)
);

create function ticket.keep_tally() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and
       (old.open, old.bureau, old.unit, old.kind, old.state, old.taken_at is null, old.failure_type is null, old.paused)
       = (new.open, new.bureau, new.unit, new.kind, new.state, new.taken_at is null, new.failure_type is null, new.paused) then
        return null;
    end if;
    if tg_op <> 'INSERT' and old.open then
        insert into ticket.tally_change (bureau, unit, kind, state, taken, classified, paused, n)
        values (old.bureau, old.unit, old.kind, old.state, old.taken_at is not null, old.failure_type is not null, old.paused, -1);
    end if;
    if tg_op <> 'DELETE' and new.open then
        insert into ticket.tally_change (bureau, unit, kind, state, taken, classified, paused, n)
        values (new.bureau, new.unit, new.kind, new.state, new.taken_at is not null, new.failure_type is not null, new.paused, 1);
    end if;
    return null;
end $$;

create trigger ticket_keeps_tally
    after insert or delete or update of unit, kind, state, taken_at, failure_type, paused on ticket.ticket
    for each row execute function ticket.keep_tally();

insert into ticket.tally (bureau, unit, kind, state, taken, classified, paused, n)
select bureau, unit, kind, state, taken_at is not null, failure_type is not null, paused, count(*)
  from ticket.ticket where open group by 1, 2, 3, 4, 5, 6, 7;
