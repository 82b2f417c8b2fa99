-- How severe a ticket's failure is, as it was reckoned last, with every addend.
create table recovery.severity (
    bureau  int not null,
    ticket  uuid not null,
    points  int not null check (points >= 0),
    grade   text not null,
    open    boolean not null,
    growing boolean not null,
    addends jsonb not null,
    at      timestamptz not null,
    primary key (bureau, ticket)
);
create index severity_worst on recovery.severity (bureau, points desc, ticket desc) where open;
create index severity_growing on recovery.severity (bureau, ticket) where growing;
