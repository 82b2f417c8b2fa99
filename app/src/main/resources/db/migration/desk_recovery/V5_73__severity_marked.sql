-- Whether the ticket has heard of it; those that were reckoned before are told by the watch.
alter table recovery.severity add column marked boolean not null default false;
create index severity_unmarked on recovery.severity (bureau, ticket) where not marked;
