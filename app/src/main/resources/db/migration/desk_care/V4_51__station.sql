-- A place where a panel of customers reports regularly how the service is.
create table care.station (
    bureau    int not null,
    id        uuid not null,
    number    int not null,
    name      text not null,
    area      text not null,
    keeper    uuid not null,
    -- That of the keeper.
    unit      uuid not null,
    every     int not null check (every between 1 and 12),
    rhythm    text not null check (rhythm in ('WEEKS', 'MONTHS')),
    starts_on date not null,
    -- The questions from the next period on.
    questions int not null,
    ended_at  timestamptz,
    version   int not null default 1,
    primary key (bureau, id),
    unique (bureau, number)
);
create index station_open on care.station (bureau, number) where ended_at is null;

-- Everything that happened to a station; append-only.
create table care.station_step (
    bureau  int not null,
    seq     bigint generated always as identity,
    station uuid not null,
    at      timestamptz not null,
    staff   uuid not null,
    what    text not null check (what in ('FOUNDED', 'CHANGED', 'ASKED', 'ENDED', 'JOINED', 'LEFT')),
    words   text not null,
    primary key (bureau, seq),
    foreign key (bureau, station) references care.station
);
create index station_step_of on care.station_step (bureau, station, seq desc);

-- The questions of a station, in versions that are never changed.
create table care.question (
    bureau  int not null,
    station uuid not null,
    version int not null,
    place   int not null check (place between 1 and 10),
    -- The same from version to version while kind and wording are.
    key     uuid not null,
    kind    text not null check (kind in ('MARK', 'YES_GOOD', 'NO_GOOD')),
    zh      text not null,
    en      text not null,
    primary key (bureau, station, version, place),
    foreign key (bureau, station) references care.station
);

create table care.member (
    bureau    int not null,
    id        uuid not null,
    station   uuid not null,
    customer  uuid not null,
    -- The customer agreed; who noted it, when, and how.
    noted_by  uuid not null,
    agreed_at timestamptz not null,
    agreed    text not null,
    left_at   timestamptz,
    left_by   uuid,
    why       text,
    primary key (bureau, id),
    foreign key (bureau, station) references care.station,
    check ((left_at is null) = (left_by is null) and (left_at is null) = (why is null))
);
create unique index member_once on care.member (bureau, station, customer) where left_at is null;
create index member_of on care.member (bureau, station, id);

create table care.period (
    bureau    int not null,
    id        uuid not null,
    station   uuid not null,
    number    int not null,
    from_on   date not null,
    -- The first day of the next one.
    until_on  date not null,
    due_at    timestamptz not null,
    questions int not null,
    primary key (bureau, id),
    unique (bureau, station, number),
    foreign key (bureau, station) references care.station
);

-- What a member owes in a period, and what came.
create table care.report (
    bureau      int not null,
    id          uuid not null,
    station     uuid not null,
    period      uuid not null,
    member      uuid not null,
    customer    uuid not null,
    state       text not null check (state in ('OWED', 'TAKEN', 'MISSED', 'EXCUSED')),
    due_at      timestamptz not null,
    attempts    int not null default 0,
    channel     text,
    words       text,
    late        boolean not null default false,
    bad         boolean not null default false,
    reported_at timestamptz,
    taken_by    uuid,
    taken_at    timestamptz,
    -- What became of bad marks: a ticket, or the reason why none.
    ticket      uuid,
    why         text,
    settled_by  uuid,
    settled_at  timestamptz,
    primary key (bureau, id),
    -- Once for a member and period.
    unique (bureau, period, member),
    foreign key (bureau, period) references care.period,
    foreign key (bureau, member) references care.member,
    check ((state = 'TAKEN') = (taken_at is not null)),
    check ((taken_at is null) = (taken_by is null) and (taken_at is null) = (reported_at is null)),
    check (not bad or state = 'TAKEN'),
    check ((settled_at is null) = (ticket is null and why is null)),
    check (settled_at is null or bad),
    check (ticket is null or why is null)
);
create index report_owed on care.report (bureau, due_at, attempts, id) where state = 'OWED';
create index report_owed_of on care.report (bureau, station, due_at, attempts, id) where state = 'OWED';
create index report_taken on care.report (bureau, station, taken_at desc, id desc) where state = 'TAKEN';
create index report_bad on care.report (bureau, taken_at, id) where bad and settled_at is null;
create index report_bad_of on care.report (bureau, station, taken_at desc, id desc) where bad;
create index report_member on care.report (bureau, member, taken_at desc) where state = 'TAKEN';
create index report_ticket on care.report (bureau, ticket) where ticket is not null;

create table care.mark (
    bureau int not null,
    report uuid not null,
    place  int not null,
    period uuid not null,
    key    uuid not null,
    -- 1 to 5; of a yes or no 1 or 0.
    value  int not null check (value between 0 and 5),
    bad    boolean not null,
    primary key (bureau, report, place),
    foreign key (bureau, report) references care.report
);
create index mark_of on care.mark (bureau, period, key) include (value);

-- Attempts to reach a member that came to nothing.
create table care.attempt (
    bureau  int not null,
    seq     bigint generated always as identity,
    report  uuid not null,
    at      timestamptz not null,
    staff   uuid not null,
    channel text not null,
    words   text not null,
    primary key (bureau, seq),
    foreign key (bureau, report) references care.report
);
create index attempt_of on care.attempt (bureau, report, seq);
