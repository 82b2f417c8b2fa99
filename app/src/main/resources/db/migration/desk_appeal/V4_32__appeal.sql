create schema appeal;

-- What a customer took to the regulator, and how it has gone.
create table appeal.appeal (
    bureau        int not null,
    id            uuid not null,
    number        int not null,
    ticket        uuid not null,
    -- Its number at the regulator; empty while nobody knows it.
    reference     text not null,
    state         text not null check (state in ('RECEIVED', 'REFUSED', 'ACCEPTED', 'FORWARDED', 'REPLIED', 'MEDIATING', 'SETTLED',
                                                 'UNSETTLED', 'DECIDED', 'WITHDRAWN')),
    handler       uuid not null,
    unit          uuid not null,
    appellant     text not null,
    reach         text not null,
    dispute       text not null check (dispute in ('FEES', 'OTHER')),
    matter        text not null,
    claim         text not null,
    occurred_on   date not null,
    complained_on date,
    first_answer  text not null check (first_answer in ('NONE', 'UNSATISFACTORY', 'NOT_ASKED')),
    settled_before boolean not null,
    handled_before boolean not null,
    elsewhere     boolean not null,
    received_on   date not null,
    received_at   timestamptz not null,
    -- When the clock that runs next falls due; null at an end.
    due_at        timestamptz,
    -- The limit of the operator's reply, and whether it was kept once it has been given.
    reply_due     timestamptz,
    reply_in_time boolean,
    refusals      text[] not null default '{}',
    satisfaction  text check (satisfaction in ('SATISFIED', 'UNSATISFIED', 'UNREACHED')),
    ended_at      timestamptz,
    version       int not null default 1,
    primary key (bureau, id),
    unique (bureau, number),
    check ((complained_on is null) = (first_answer = 'NOT_ASKED')),
    check ((state in ('REFUSED', 'SETTLED', 'DECIDED', 'WITHDRAWN')) = (ended_at is not null)),
    check ((state = 'REFUSED') = (refusals <> '{}'))
);
-- A ticket has one appeal at a time.
create unique index appeal_once on appeal.appeal (bureau, ticket) where ended_at is null;
create index appeal_ticket on appeal.appeal (bureau, ticket, number);
create index appeal_open on appeal.appeal (bureau, due_at, id) where ended_at is null;
create index appeal_ended on appeal.appeal (bureau, ended_at desc, id desc) where ended_at is not null;
-- What was open at a moment.
create index appeal_open_at on appeal.appeal (bureau, coalesce(ended_at, 'infinity'::timestamptz));
create index appeal_reply on appeal.appeal (bureau, reply_due, id) where reply_due is not null;

-- Everything that happened to an appeal, with what was said; append-only.
create table appeal.appeal_step (
    bureau int not null,
    seq    bigint generated always as identity,
    appeal uuid not null,
    what   text not null,
    at     timestamptz not null,
    staff  uuid not null,
    words  text not null,
    primary key (bureau, seq),
    foreign key (bureau, appeal) references appeal.appeal
);
create index appeal_step_of on appeal.appeal_step (bureau, appeal, seq);
create index appeal_step_when on appeal.appeal_step (bureau, what, at, seq);
