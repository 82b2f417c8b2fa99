-- What customers say once a failure was put right. Of a comparison there was no failure, hence no ticket.
create table recovery.follow_up (
    bureau         int not null,
    id             uuid not null,
    ticket         uuid,
    -- How many times the ticket had been opened again when it was closed this time.
    round          int not null default 0,
    customer       uuid not null,
    state          text not null check (state in ('PLANNED', 'ASKED', 'UNREACHED', 'ANSWERED', 'EXPIRED', 'DROPPED')),
    version        int not null default 1,
    closed_at      timestamptz not null,
    next_at        timestamptz,
    asked_at       timestamptz,
    remind_at      timestamptz,
    reminded_at    timestamptz,
    expires_at     timestamptz,
    -- Who had to do with the matter: none of them asks, answers or calls.
    handled_by     uuid[] not null default '{}',
    recovery       smallint check (recovery between 1 and 5),
    service        smallint check (service between 1 and 5),
    effort         smallint check (effort between 1 and 5),
    stay           smallint check (stay between 1 and 5),
    recommend      smallint check (recommend between 0 and 10),
    elsewhere      boolean,
    words          text not null default '',
    answered_at    timestamptz,
    entered_by     uuid,
    entered_way    text,
    bad            boolean not null default false,
    callback       text check (callback in ('OPEN', 'DONE')),
    assigned       uuid,
    opened_at      timestamptz,
    done_by        uuid,
    done_at        timestamptz,
    result         text not null default '',
    primary key (bureau, id),
    unique (bureau, ticket, round),
    check ((state = 'ANSWERED') = (answered_at is not null)),
    check (not bad or answered_at is not null),
    check ((callback is null) = (opened_at is null)),
    check ((callback is not distinct from 'DONE') = (done_at is not null)),
    check (assigned is null or not assigned = any (handled_by)),
    check (done_by is null or not done_by = any (handled_by)),
    check (entered_by is null or not entered_by = any (handled_by))
);
create index follow_up_due on recovery.follow_up (bureau, next_at, id) where next_at is not null;
create index follow_up_customer on recovery.follow_up (bureau, customer, asked_at desc);
create index follow_up_unreached on recovery.follow_up (bureau, closed_at, id) where state in ('UNREACHED', 'EXPIRED');
create index follow_up_answered on recovery.follow_up (bureau, answered_at desc, id desc) where answered_at is not null;
create index follow_up_bad on recovery.follow_up (bureau, answered_at desc, id desc) where bad;
create index follow_up_callback on recovery.follow_up (bureau, opened_at, id) where callback = 'OPEN';
create index follow_up_assigned on recovery.follow_up (bureau, assigned) where callback = 'OPEN';

-- What happened with each. Never changed, but for words that must not be read any more.
create table recovery.follow_up_step (
    bureau    int not null,
    follow_up uuid not null,
    seq       bigint generated always as identity,
    at        timestamptz not null,
    staff     uuid not null,
    what      text not null,
    words     text not null default '',
    primary key (bureau, seq),
    foreign key (bureau, follow_up) references recovery.follow_up
);
create index follow_up_step_of on recovery.follow_up_step (bureau, follow_up, seq);

-- Links that were sent, by what they hash to; the link itself stands nowhere.
create table recovery.answer_link (
    bureau    int not null,
    hash      bytea not null,
    follow_up uuid not null,
    made_at   timestamptz not null,
    primary key (bureau, hash),
    foreign key (bureau, follow_up) references recovery.follow_up
);
create index answer_link_of on recovery.answer_link (bureau, follow_up);
