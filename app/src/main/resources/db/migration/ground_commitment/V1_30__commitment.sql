create schema commitment;

-- A calendar: hours by weekday and by date. One that is based on another takes over what it does not say itself.
create table commitment.calendar (
    bureau  int not null,
    code    text not null,
    name_zh text not null,
    name_en text not null,
    zone    text not null,
    base    text,
    primary key (bureau, code),
    foreign key (bureau, base) references commitment.calendar
);

-- Hours of a weekday (1 is Monday), e.g. '08:30-12:00 13:30-17:30'.
create table commitment.calendar_week (
    bureau   int not null,
    calendar text not null,
    weekday  smallint not null check (weekday between 1 and 7),
    hours    text not null,
    primary key (bureau, calendar, weekday),
    foreign key (bureau, calendar) references commitment.calendar
);

-- Hours of a date that differ from its weekday's: '' is off, null is worked as on a usual day.
create table commitment.calendar_date (
    bureau   int not null,
    calendar text not null,
    day      date not null,
    hours    text,
    name     text not null,
    source   text not null,
    primary key (bureau, calendar, day),
    foreign key (bureau, calendar) references commitment.calendar
);

-- due_at is null while the clock stands still without a known end; late_since stays once it is set.
create table commitment.clock (
    bureau            int not null,
    id                uuid not null,
    subject_kind      text not null,
    subject           uuid not null,
    name              text not null,
    amount            int not null,
    unit              text not null,
    rule_code         text,
    rule_jurisdiction text,
    rule_version      int,
    calendar          text not null,
    warn_percent      smallint not null,
    started_at        timestamptz not null,
    due_at            timestamptz,
    warn_at           timestamptz,
    late_since        timestamptz,
    ending            text not null check (ending in ('OPEN', 'MET', 'LATE', 'CANCELLED')),
    ended_at          timestamptz check ((ended_at is null) = (ending = 'OPEN')),
    version           int not null default 1,
    primary key (bureau, id),
    foreign key (bureau, calendar) references commitment.calendar
);
-- Of one name one clock runs at a time for a subject.
create unique index clock_open on commitment.clock (bureau, subject, name) where ending = 'OPEN';
create index clock_subject on commitment.clock (bureau, subject);
create index clock_due on commitment.clock (bureau, due_at, id) where ending = 'OPEN' and due_at is not null;
create index clock_on_calendar on commitment.clock (bureau, calendar, id) where ending = 'OPEN';

-- The spans in which a clock stands still; between them it runs, so there is no gap and no overlap to go wrong.
create table commitment.pause (
    bureau   int not null,
    clock    uuid not null,
    seq      int not null,
    reason   text not null,
    note     text not null,
    from_at  timestamptz not null,
    until_at timestamptz check (until_at >= from_at),
    by_staff uuid not null,
    primary key (bureau, clock, seq),
    foreign key (bureau, clock) references commitment.clock
);

create table commitment.limit_change (
    bureau   int not null,
    clock    uuid not null,
    seq      int not null,
    amount   int not null,
    unit     text not null,
    at       timestamptz not null,
    by_staff uuid not null,
    primary key (bureau, clock, seq),
    foreign key (bureau, clock) references commitment.clock
);
