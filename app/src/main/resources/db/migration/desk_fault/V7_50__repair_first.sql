-- Whether a repair waits for its turn; one that was promised to come first does not. Lists begin with those.
alter table fault.fault add column in_turn boolean not null default true;

drop index fault.fault_at_unit;
drop index fault.fault_taken;
drop index fault.fault_reported;
create index fault_at_unit on fault.fault (bureau, unit, in_turn, due_at, id) where open;
create index fault_taken on fault.fault (bureau, accepted_by, in_turn, due_at, id) where open and accepted_by is not null;
create index fault_reported on fault.fault (bureau, reported_by, in_turn, due_at, id) where open;
