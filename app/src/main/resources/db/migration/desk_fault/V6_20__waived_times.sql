-- Of which time between its ends a waiver gives the rent: what was credited for an outage it leaves out. Where that changes
-- afterwards, because the credit is taken back, the waiver is taken back and entered anew, in another turn.
alter table fault.waiver add column line uuid;
alter table fault.waiver add column turn int not null default 0;
alter table fault.waiver add column times tstzmultirange;
update fault.waiver w
   set line = f.line,
       times = case when w.from_at < w.until_at then tstzmultirange(tstzrange(w.from_at, w.until_at))
                    else '{}'::tstzmultirange end
  from fault.fault f where f.bureau = w.bureau and f.id = w.fault;
alter table fault.waiver alter column line set not null;
alter table fault.waiver alter column times set not null;
alter table fault.waiver drop constraint waiver_pkey;
alter table fault.waiver add primary key (bureau, fault, denials, turn);
create unique index waiver_stands on fault.waiver (bureau, fault) where taken_back_at is null;
create index waiver_of_line on fault.waiver (bureau, line, from_at) where taken_back_at is null;
