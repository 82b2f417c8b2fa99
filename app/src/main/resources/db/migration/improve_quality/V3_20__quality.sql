create schema quality;

-- One row a ticket, as its newest version says.
create table quality.fact (
    bureau      int not null,
    ticket      uuid not null,
    number      bigint not null,
    version     int not null,
    kind        text not null,
    state       text not null,
    place       text not null,
    unit        uuid not null,
    -- Decided, or else suggested; empty where neither.
    type        text not null,
    received_at timestamptz not null,
    closed_at   timestamptz,
    answered_at timestamptz,
    in_time     boolean,
    verdict     text,
    attribution text,
    -- When it was heard that the investigation had come to this, and that it was opened again.
    judged_at   timestamptz,
    reopened    int not null default 0,
    reopened_at timestamptz,
    upheld      boolean not null generated always as
                (coalesce(kind = 'COMPLAINT' and verdict in ('UPHELD', 'PARTLY') and attribution = 'PROVIDER', false)) stored,
    primary key (bureau, ticket)
);
-- What reports a failure, by when it came in: read as far back as heat is reckoned.
create index fact_failure on quality.fact (bureau, received_at) include (place, type, unit)
    where kind in ('COMPLAINT', 'FAULT', 'BILL_DISPUTE');
-- The tickets behind a hot matter.
create index fact_place on quality.fact (bureau, place, received_at desc, ticket desc)
    where kind in ('COMPLAINT', 'FAULT', 'BILL_DISPUTE');
create index fact_type on quality.fact (bureau, type, received_at desc, ticket desc)
    where kind in ('COMPLAINT', 'FAULT', 'BILL_DISPUTE');
-- Upheld complaints for which the provider answers.
create index fact_upheld on quality.fact (bureau, judged_at desc, ticket desc) where upheld;
-- The figures of a week.
create index fact_received on quality.fact (bureau, received_at) where kind = 'COMPLAINT';
create index fact_closed on quality.fact (bureau, closed_at) where kind = 'COMPLAINT' and closed_at is not null;
create index fact_answered on quality.fact (bureau, answered_at) where kind = 'COMPLAINT' and answered_at is not null;
create index fact_judged on quality.fact (bureau, judged_at) where kind = 'COMPLAINT' and judged_at is not null;
create index fact_reopened on quality.fact (bureau, reopened_at) where kind = 'COMPLAINT' and reopened_at is not null;
create index fact_open on quality.fact (bureau, received_at) where kind = 'COMPLAINT' and closed_at is null;

-- Many complaints of one place or type, more than the weeks before let expect; one row from heating up to cooling down.
create table quality.hot (
    bureau      int not null,
    id          uuid not null,
    -- Empty: whatever the place; whatever the type.
    place       text not null,
    type        text not null,
    unit        uuid not null,
    raised_at   timestamptz not null,
    measured_at timestamptz not null,
    cooled_at   timestamptz,
    window_days int not null,
    spans       int not null,
    count       int not null,
    earlier     int not null,
    score       double precision not null,
    -- Complaints of each span of the window's length, the earliest first; the last one is the window.
    course      int[] not null,
    said        text check (said in ('ACKNOWLEDGED', 'DISMISSED')),
    said_by     uuid,
    said_at     timestamptz,
    words       text,
    primary key (bureau, id),
    check (place <> '' or type <> ''),
    check ((said is null) = (said_by is null) and (said is null) = (said_at is null) and (said is null) = (words is null))
);
create unique index hot_once on quality.hot (bureau, place, type) where cooled_at is null;
create index hot_now on quality.hot (bureau, score desc, id desc) where cooled_at is null;
create index hot_cooled on quality.hot (bureau, cooled_at desc, id desc) where cooled_at is not null;

create table quality.card (
    bureau            int not null,
    id                uuid not null,
    number            int not null,
    -- The unit that it is for, or that of the person.
    unit              uuid not null,
    staff             uuid,
    proposed          text not null check (proposed in ('NOTICE', 'YELLOW', 'RED')),
    severity          text not null check (severity in ('NOTICE', 'YELLOW', 'RED')),
    state             text not null check (state in ('PROPOSED', 'HEARD', 'STANDS', 'DROPPED', 'WITHDRAWN', 'APPEALED', 'LIFTED', 'EXPIRED')),
    words             text not null,
    -- How the rule came to the severity: complaints counted, and the rules that were in force.
    counted           int not null,
    rules             text not null,
    proposed_by       uuid not null,
    proposed_at       timestamptz not null,
    hear_until        timestamptz not null,
    decided_by        uuid,
    decided_at        timestamptz,
    appeal_until      timestamptz,
    appealed_at       timestamptz,
    appeal_decided_by uuid,
    expires_at        timestamptz,
    -- Of a red card that comes of two yellow ones.
    earlier_yellow    uuid,
    later_yellow      uuid,
    version           int not null default 1,
    primary key (bureau, id),
    unique (bureau, number),
    check ((earlier_yellow is null) = (later_yellow is null)),
    check (state not in ('STANDS', 'APPEALED', 'EXPIRED', 'LIFTED') or (decided_at is not null and expires_at is not null))
);
create unique index card_of_yellows on quality.card (bureau, later_yellow) where later_yellow is not null;
create index card_state on quality.card (bureau, state, number desc);
create index card_unit on quality.card (bureau, unit, number desc);
create index card_staff on quality.card (bureau, staff, number desc) where staff is not null;
create index card_hearing on quality.card (bureau, hear_until) where state = 'PROPOSED';
create index card_expiry on quality.card (bureau, expires_at) where state = 'STANDS';

create table quality.card_ticket (
    bureau int not null,
    card   uuid not null,
    ticket uuid not null,
    primary key (bureau, card, ticket),
    foreign key (bureau, card) references quality.card
);
create index card_ticket_of on quality.card_ticket (bureau, ticket);

-- Everything that happened to a card, with what was said; append-only.
create table quality.card_step (
    bureau   int not null,
    seq      bigint generated always as identity,
    card     uuid not null,
    at       timestamptz not null,
    staff    uuid not null,
    what     text not null,
    words    text not null,
    severity text not null,
    primary key (bureau, seq),
    foreign key (bureau, card) references quality.card
);
create index card_step_of on quality.card_step (bureau, card, seq);

-- The review meeting of a week.
create table quality.review (
    bureau      int not null,
    id          uuid not null,
    -- A Monday.
    week        date not null check (extract(isodow from week) = 1),
    state       text not null check (state in ('PREPARED', 'HELD', 'CLOSED')),
    prepared_by uuid not null,
    prepared_at timestamptz not null,
    held_by     uuid,
    held_at     timestamptz,
    closed_at   timestamptz,
    -- What lay on the table, as it was when the meeting was held.
    pack        jsonb,
    minutes     text not null default '',
    version     int not null default 1,
    primary key (bureau, id),
    unique (bureau, week),
    check ((state = 'PREPARED') = (pack is null) and (pack is null) = (held_at is null)),
    check ((state = 'CLOSED') = (closed_at is not null))
);

-- What a meeting decided: who, what, until when.
create table quality.decision (
    bureau   int not null,
    id       uuid not null,
    number   int not null,
    review   uuid not null,
    what     text not null,
    owner    uuid not null,
    due_on   date not null,
    state    text not null check (state in ('OPEN', 'DONE', 'DROPPED')),
    outcome  text not null default '',
    made_by  uuid not null,
    made_at  timestamptz not null,
    ended_by uuid,
    ended_at timestamptz,
    version  int not null default 1,
    primary key (bureau, id),
    unique (bureau, number),
    foreign key (bureau, review) references quality.review,
    check ((state = 'OPEN') = (ended_at is null))
);
create index decision_of on quality.decision (bureau, review, number);
create index decision_open on quality.decision (bureau, due_on, id) where state = 'OPEN';
create index decision_mine on quality.decision (bureau, owner, due_on, id) where state = 'OPEN';
create index decision_ended on quality.decision (bureau, ended_at desc, id desc) where state <> 'OPEN';
create index decision_ended_mine on quality.decision (bureau, owner, ended_at desc, id desc) where state <> 'OPEN';
