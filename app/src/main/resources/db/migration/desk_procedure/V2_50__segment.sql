create schema procedure;

-- What a kind of matter goes through; the versions of it are never changed.
create table procedure.procedure (
    bureau       int not null,
    id           uuid not null,
    kind         text not null,
    failure_type text,
    area         text,
    name         text not null,
    number       int not null,
    primary key (bureau, id)
);
create unique index procedure_for on procedure.procedure (bureau, kind, coalesce(failure_type, ''), coalesce(area, ''));

create table procedure.version (
    bureau       int not null,
    procedure    uuid not null,
    number       int not null,
    why          text not null,
    published_at timestamptz not null,
    published_by uuid not null,
    primary key (bureau, procedure, number),
    foreign key (bureau, procedure) references procedure.procedure
);

create table procedure.stage (
    bureau       int not null,
    procedure    uuid not null,
    number       int not null,
    place        int not null,
    name         text not null,
    unit         uuid not null,
    post         text,
    owed         text not null,
    amount       int not null check (amount > 0),
    limit_unit   text not null,
    evidence     text not null,
    control      boolean not null,
    primary key (bureau, procedure, number, place),
    foreign key (bureau, procedure, number) references procedure.version
);

-- The way of one ticket through the departments. Whoever moves its baton holds this row.
create table procedure.journey (
    bureau    int not null,
    ticket    uuid not null,
    procedure uuid,
    number    int,
    -- Everything up to this hand-over has been decided about.
    decided   bigint not null default 0,
    primary key (bureau, ticket),
    foreign key (bureau, procedure, number) references procedure.version,
    check ((procedure is null) = (number is null))
);
create index journey_of on procedure.journey (bureau, procedure, number) where procedure is not null;

create table procedure.segment (
    bureau      int not null,
    id          uuid not null,
    ticket      uuid not null,
    procedure   uuid,
    place       int,
    name        text not null,
    unit        uuid not null,
    post        text,
    person      uuid,
    owed        text not null,
    amount      int not null,
    limit_unit  text not null,
    evidence    text not null,
    control     boolean not null,
    decided     boolean not null,
    state       text not null check (state in ('OFFERED', 'ACCEPTED', 'DONE', 'RETURNED', 'CANCELLED')),
    open        boolean generated always as (state in ('OFFERED', 'ACCEPTED')) stored,
    from_unit   uuid not null,
    sent_by     uuid not null,
    sent_at     timestamptz not null,
    accepted_by uuid,
    accepted_at timestamptz,
    ended_at    timestamptz,
    report      text,
    left_behind text,
    reason      text,
    -- Copies of its clock, written with it.
    due_at      timestamptz not null default 'infinity',
    in_time     boolean,
    assessed    boolean not null default false,
    version     int not null default 1,
    primary key (bureau, id),
    foreign key (bureau, ticket) references procedure.journey,
    check ((procedure is null) = (place is null)),
    check (accepted_by is not null or state <> 'ACCEPTED'),
    check ((ended_at is null) = (state in ('OFFERED', 'ACCEPTED')))
);
-- The baton: at most one department has the matter.
create unique index segment_baton on procedure.segment (bureau, ticket) where open;
create index segment_of_ticket on procedure.segment (bureau, ticket, sent_at, id);
create index segment_of_unit on procedure.segment (bureau, unit, state, due_at, id) where open;
create index segment_at_unit on procedure.segment (bureau, unit, due_at, id) where open;
create index segment_at_place on procedure.segment (bureau, procedure, place, due_at, id)
    where open and procedure is not null;

-- Every time a matter changed hands, and between whom; append-only.
create table procedure.handover (
    bureau    int not null,
    seq       bigint generated always as identity,
    ticket    uuid not null,
    segment   uuid not null,
    what      text not null,
    from_unit uuid not null,
    to_unit   uuid not null,
    why       text not null,
    by_staff  uuid not null,
    at        timestamptz not null,
    primary key (bureau, seq),
    foreign key (bureau, segment) references procedure.segment
);
create index handover_ticket on procedure.handover (bureau, ticket, seq);
create index handover_when on procedure.handover (bureau, at) include (what, ticket, from_unit, to_unit);

-- What the next one said of the step before; one that was done again is assessed again.
create table procedure.assessment (
    bureau   int not null,
    id       uuid not null,
    segment  uuid not null,
    unit     uuid not null,
    in_time  boolean not null,
    complete boolean not null,
    correct  boolean not null,
    refused  boolean not null,
    why      text not null,
    by_staff uuid not null,
    at       timestamptz not null,
    primary key (bureau, id),
    foreign key (bureau, segment) references procedure.segment,
    check (not refused or why <> '')
);
create index assessment_segment on procedure.assessment (bureau, segment, at);
create index assessment_when on procedure.assessment (bureau, at) include (unit, in_time, complete, correct, refused);

-- A matter thrown between departments, standing still until somebody has named the one whose it is.
create table procedure.ruling (
    bureau     int not null,
    id         uuid not null,
    ticket     uuid not null,
    cause      text not null check (cause in ('RETURNS', 'DEPARTMENTS')),
    count      int not null,
    stopped_at timestamptz not null,
    decided_at timestamptz,
    decided_by uuid,
    unit       uuid,
    why        text,
    primary key (bureau, id),
    foreign key (bureau, ticket) references procedure.journey,
    -- Without a department where the ticket ended before anybody had decided.
    check (decided_at is not null or unit is null)
);
create unique index ruling_open_of on procedure.ruling (bureau, ticket) where decided_at is null;
create index ruling_open on procedure.ruling (bureau, stopped_at, id) where decided_at is null;
