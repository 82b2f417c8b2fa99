-- The failure of a ticket was identified; whoever changes its steps holds this row.
create table recovery.reaction (
    bureau        int not null,
    ticket        uuid not null,
    identified_at timestamptz not null,
    primary key (bureau, ticket)
);

-- A step of the reaction, with a copy of what its clock says.
create table recovery.reaction_step (
    bureau     int not null,
    ticket     uuid not null,
    step       text not null check (step in ('APOLOGY', 'URGENT', 'EMPATHY', 'SYMBOLIC', 'FOLLOW_UP')),
    -- The department that answered for the ticket when it began.
    unit       uuid not null,
    started_at timestamptz not null,
    due_at     timestamptz not null,
    state      text not null check (state in ('OPEN', 'MET', 'SPARED', 'MISSED')),
    ended_at   timestamptz,
    -- Whether it was met over its limit.
    late       boolean not null default false,
    ended_by   uuid,
    -- By which deed it was met, or why it is owed no longer.
    deed       text check (deed in ('REMEDY', 'BEGUN', 'ASKED', 'CONSENT', 'ANSWERED', 'CALLED', 'NOT_FITTING', 'ENDED', 'REOPENED')),
    remedy     uuid,
    words      text not null default '',
    primary key (bureau, ticket, step),
    foreign key (bureau, ticket) references recovery.reaction,
    check ((state = 'OPEN') = (ended_at is null)),
    check (state not in ('MET', 'SPARED') or (deed is not null and ended_by is not null)),
    check (coalesce(deed = 'REMEDY', false) = (remedy is not null))
);
create index reaction_late on recovery.reaction_step (bureau, due_at, ticket, step) where state = 'OPEN';
create index reaction_apology on recovery.reaction_step (bureau, started_at desc, ticket desc)
    include (unit, state, due_at, ended_at, late) where step = 'APOLOGY';
