-- What next happens to a running clock, and how far its matter has been taken up the ladder.
alter table commitment.clock
    add column rung text not null default 'NONE',
    add column rung_at timestamptz,
    add column rung_answered boolean not null default false,
    add column next_at timestamptz;
update commitment.clock set next_at = warn_at where ending = 'OPEN';
create index clock_next on commitment.clock (bureau, next_at, id) where next_at is not null;

-- Every step up, once each: for whom it is, and what they said to it.
create table commitment.escalation (
    bureau       int not null,
    id           uuid not null,
    clock        uuid not null,
    subject_kind text not null,
    subject      uuid not null,
    name         text not null,
    rung         text not null,
    at           timestamptz not null,
    staff        uuid,
    answered_at  timestamptz,
    answered_by  uuid,
    answer       text check ((answer is null) = (answered_at is null)),
    ended_at     timestamptz,
    primary key (bureau, id),
    unique (bureau, clock, rung),
    foreign key (bureau, clock) references commitment.clock
);
create index escalation_subject on commitment.escalation (bureau, subject, at);
-- What waits for an answer: a warning never does, and nothing does once the clock has ended.
create index escalation_for on commitment.escalation (bureau, staff, at desc, id desc)
    where answered_at is null and ended_at is null and rung <> 'WARNED';
create index escalation_open on commitment.escalation (bureau, at desc, id desc)
    where answered_at is null and ended_at is null and rung <> 'WARNED';
