-- Tells the numbers by which it was reckoned from others; 0 where that was not kept.
alter table recovery.severity add column rules int not null default 0;
create index severity_open on recovery.severity (bureau, ticket) where open;
