create schema insight;

-- The tree of causes that the bureau keeps. A cause in use is retired, never deleted.
create table insight.cause (
    bureau   int not null,
    id       uuid not null,
    parent   uuid,
    code     text not null,
    name_zh  text not null,
    name_en  text not null,
    position int not null,
    active   boolean not null default true,
    version  int not null default 1,
    primary key (bureau, id),
    unique (bureau, code),
    foreign key (bureau, parent) references insight.cause
);

-- One row a ticket: what the tickets say of themselves, read from their messages, and the cause that was found.
create table insight.fact (
    bureau         int not null,
    ticket         uuid not null,
    number         bigint not null,
    version        int not null,
    kind           text not null,
    state          text not null,
    channel        text not null,
    place          text not null,
    unit           uuid not null,
    failure_type   text,
    suggested_type text,
    customer       uuid,
    received_at    timestamptz not null,
    resolved_at    timestamptz,
    closed_at      timestamptz,
    -- When it was heard here that a person had decided the type.
    classified_at  timestamptz,
    cause          uuid,
    cause_at       timestamptz,
    primary key (bureau, ticket)
);
-- Counts over a period read this index alone.
create index fact_received on insight.fact (bureau, received_at desc, ticket desc)
    include (cause, failure_type, kind, state, channel, place, unit);
-- The tickets behind one figure, newest first.
create index fact_cause on insight.fact (bureau, cause, received_at desc, ticket desc) where cause is not null;
create index fact_type on insight.fact (bureau, failure_type, received_at desc, ticket desc)
    where failure_type is not null;
-- What still lacks a cause: little in a living bureau.
create index fact_unnamed on insight.fact (bureau, received_at) include (place, kind, state) where cause is null;
create index fact_place on insight.fact (bureau, place);
create index fact_named on insight.fact (bureau, cause_at desc, ticket desc) where cause is not null;
create index fact_classified on insight.fact (bureau, classified_at desc, ticket desc)
    where classified_at is not null;
create index fact_resolved on insight.fact (bureau, resolved_at desc, ticket desc) where resolved_at is not null;
create index fact_closed on insight.fact (bureau, closed_at desc, ticket desc) where closed_at is not null;
create index fact_customer on insight.fact (bureau, customer, failure_type, received_at) where customer is not null;

-- What was found to be the cause of a ticket; the newest row holds, the others are its history.
create table insight.finding (
    bureau   int not null,
    ticket   uuid not null,
    sequence int not null,
    cause    uuid not null,
    note     text not null,
    found_by uuid not null,
    found_at timestamptz not null,
    primary key (bureau, ticket, sequence),
    foreign key (bureau, cause) references insight.cause
);
create index finding_cause on insight.finding (bureau, cause);

-- What is done so that a cause comes back less often.
create table insight.action (
    bureau         int not null,
    id             uuid not null,
    number         int not null,
    cause          uuid not null,
    what           text not null,
    measure        text not null,
    place          text not null,
    owner          uuid not null,
    due_on         date not null,
    state          text not null check (state in ('planned', 'running', 'done', 'stopped')),
    effective_from date,
    closing_note   text not null default '',
    opened_by      uuid not null,
    opened_at      timestamptz not null,
    version        int not null default 1,
    primary key (bureau, id),
    unique (bureau, number),
    foreign key (bureau, cause) references insight.cause,
    -- Nothing can be measured, nor called done, without the day on which the change took effect.
    check (state <> 'done' or effective_from is not null)
);
create index action_cause on insight.action (bureau, cause);
create index action_opened on insight.action (bureau, opened_at);

-- How many customers a rate is counted against: from a day on, for the whole bureau (place '') or one place.
create table insight.customer_base (
    bureau    int not null,
    place     text not null,
    from_day  date not null,
    customers int not null check (customers > 0),
    source    text not null,
    set_by    uuid not null,
    set_at    timestamptz not null,
    primary key (bureau, place, from_day)
);
