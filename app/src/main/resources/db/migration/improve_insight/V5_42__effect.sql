-- What is known of customers here, from their own messages: what they are to the house, and whether anything ever failed for them.
create table insight.effect_customer (
    bureau   int not null,
    customer uuid not null,
    version  int not null,
    segment  text not null,
    -- 0 unknown, else 1 + log2 of what they pay a month: within one band nobody pays twice what another pays.
    band     smallint not null,
    monthly  numeric(13, 3),
    since    date,
    left_on  date,
    failed   boolean not null default false,
    primary key (bureau, customer)
);

-- Failures of customers, one row a ticket.
create table insight.effect_case (
    bureau    int not null,
    ticket    uuid not null,
    number    bigint not null,
    version   int not null,
    customer  uuid not null,
    type      text,
    failed_on date not null,
    closed    boolean not null,
    counts    boolean not null,
    primary key (bureau, ticket)
);
create index effect_case_customer on insight.effect_case (bureau, customer, failed_on) where counts;
create index effect_case_closed on insight.effect_case (bureau, failed_on desc, ticket desc) where counts and closed;

create table insight.effect_remedy (
    bureau   int not null,
    remedy   uuid not null,
    ticket   uuid not null,
    kind     text not null,
    amount   numeric(13, 3),
    currency text,
    -- The one that this takes back.
    reverses uuid,
    primary key (bureau, remedy)
);
create index effect_remedy_ticket on insight.effect_remedy (bureau, ticket);
create unique index effect_remedy_reverses on insight.effect_remedy (bureau, reverses) where reverses is not null;

create table insight.effect_answer (
    bureau    int not null,
    follow_up uuid not null,
    ticket    uuid,
    customer  uuid not null,
    recovery  smallint,
    service   smallint,
    recommend smallint,
    bad       boolean not null,
    on_day    date not null,
    primary key (bureau, follow_up)
);
create index effect_answer_ticket on insight.effect_answer (bureau, ticket) where ticket is not null;
create index effect_answer_customer on insight.effect_answer (bureau, customer);

-- How the customer was when they first spoke about a ticket.
create table insight.effect_mood (
    bureau int not null,
    ticket uuid not null,
    mood   text not null,
    at     timestamptz not null,
    primary key (bureau, ticket)
);

-- Figures as they were last reckoned; pages read nothing else.
create table insight.effect_reckoned (
    bureau  int not null,
    at      timestamptz,
    took_ms bigint not null default 0,
    dirty   boolean not null,
    primary key (bureau)
);
create table insight.effect_cell (
    bureau  int not null,
    month   date not null,
    days    smallint not null,
    side    text not null check (side in ('GIVEN', 'NOTHING', 'AGAIN_GIVEN', 'AGAIN_NOTHING', 'NONE')),
    segment text not null,
    tenure  smallint not null,
    band    smallint not null,
    n       bigint not null,
    stayed  bigint not null,
    monthly numeric(20, 3) not null,
    primary key (bureau, days, side, month, segment, tenure, band)
);
create table insight.effect_score (
    bureau   int not null,
    side     text not null check (side in ('FIRST', 'AGAIN', 'NONE')),
    measure  text not null check (measure in ('RECOVERY', 'SERVICE', 'UPSET_BEFORE', 'BAD_AFTER')),
    n        bigint not null,
    sum      bigint not null,
    squares  bigint not null,
    primary key (bureau, side, measure)
);
create table insight.effect_league (
    bureau   int not null,
    type     text not null,
    kind     text not null,
    used     bigint not null,
    cost     numeric(20, 3) not null,
    marks    bigint not null,
    sum      bigint not null,
    squares  bigint not null,
    n        bigint not null,
    stayed   bigint not null,
    primary key (bureau, type, kind)
);

-- By doubling: 1 under a month, 2 under three, 3 under seven, and so on; 0 where the day is not known.
create function insight.tenure_band(since date, at date) returns smallint language sql immutable as $$
    select case when since is null or since > at then 0::smallint
                else (1 + floor(log(2, 1 + (at - since)::numeric / 30.4375)))::smallint end
$$;
create function insight.value_band(monthly numeric) returns smallint language sql immutable as $$
    select case when monthly is null then 0::smallint else (1 + floor(log(2, greatest(monthly, 1))))::smallint end
$$;
