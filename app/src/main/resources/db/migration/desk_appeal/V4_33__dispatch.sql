-- What the city's hot line 12345 sent for an answer.
create table appeal.dispatch (
    bureau         int not null,
    id             uuid not null,
    -- As the city writes it.
    number         text not null,
    urgency        text not null check (urgency in ('URGENT', 'PRESSING', 'ORDINARY')),
    ticket         uuid not null,
    contact        uuid not null,
    state          text not null check (state in ('DISPATCHED', 'SIGNED', 'ANSWERED', 'REDO', 'CLOSED')),
    matter         text not null,
    handler        uuid not null,
    unit           uuid not null,
    received_at    timestamptz not null,
    sign_due       timestamptz not null,
    signed_at      timestamptz,
    signed_in_time boolean,
    answered_at    timestamptz,
    sent_back      boolean not null default false,
    satisfaction   text check (satisfaction in ('SATISFIED', 'UNSATISFIED', 'UNREACHED')),
    closed_at      timestamptz,
    version        int not null default 1,
    primary key (bureau, id),
    -- The same dispatch recorded twice is one.
    unique (bureau, number),
    check ((state = 'DISPATCHED') = (signed_at is null)),
    check ((state = 'CLOSED') = (closed_at is not null))
);
create index dispatch_ticket on appeal.dispatch (bureau, ticket, id);
create index dispatch_open on appeal.dispatch (bureau, sign_due, id) where closed_at is null;
create index dispatch_closed on appeal.dispatch (bureau, closed_at desc, id desc) where closed_at is not null;
create index dispatch_due on appeal.dispatch (bureau, sign_due, id);

create table appeal.dispatch_step (
    bureau   int not null,
    seq      bigint generated always as identity,
    dispatch uuid not null,
    what     text not null,
    at       timestamptz not null,
    staff    uuid not null,
    words    text not null,
    primary key (bureau, seq),
    foreign key (bureau, dispatch) references appeal.dispatch
);
create index dispatch_step_of on appeal.dispatch_step (bureau, dispatch, seq);
create index dispatch_step_when on appeal.dispatch_step (bureau, what, at, seq);
