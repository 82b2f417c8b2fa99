create schema fault;

-- Which lines there are, until the network keeps its resources itself.
create table fault.line (
    bureau   int not null,
    id       uuid not null,
    number   text not null,
    -- The figures of the number, and their triples: a line is found by any part of its number.
    digits   text not null check (digits <> ''),
    terms    tsvector not null,
    service  text not null check (service in ('FIXED', 'BROADBAND', 'MOBILE', 'IPTV')),
    address  text not null,
    exchange text not null,
    area     text not null check (area in ('URBAN', 'RURAL')),
    customer uuid not null,
    rent     numeric(12, 2) not null check (rent >= 0),
    currency text not null,
    primary key (bureau, id),
    unique (bureau, digits)
);
create index line_terms on fault.line using gin (bureau, terms);

-- The unit that repairs what an exchange serves.
create table fault.repair_post (
    bureau   int not null,
    exchange text not null,
    unit     uuid not null,
    primary key (bureau, exchange)
);

create table fault.outage (
    bureau       int not null,
    id           uuid not null,
    exchange     text not null,
    reason       text not null,
    expected_end timestamptz not null,
    declared_by  uuid not null,
    declared_at  timestamptz not null,
    ended_by     uuid,
    ended_at     timestamptz,
    version      int not null default 1,
    primary key (bureau, id),
    check ((ended_by is null) = (ended_at is null))
);
create unique index outage_open on fault.outage (bureau, exchange) where ended_at is null;
create index outage_when on fault.outage (bureau, declared_at desc, id desc);

-- Every test of a line, with the values by which it was judged; append-only.
create table fault.line_test (
    bureau     int not null,
    id         uuid not null,
    line       uuid not null,
    by_staff   uuid not null,
    at         timestamptz not null,
    finding    text not null,
    metres     int,
    loop_ohm   int,
    earth_a    int,
    earth_b    int,
    foreign_mv int,
    nanofarad  int,
    noise_db   int,
    primary key (bureau, id),
    foreign key (bureau, line) references fault.line,
    check ((loop_ohm is null) = (finding in ('BUSY', 'NO_ANSWER', 'NO_PAIR')))
);
create index line_test_of on fault.line_test (bureau, line, at desc, id desc);

-- A reported fault with its work order.
create table fault.fault (
    bureau       int not null,
    id           uuid not null,
    ticket       uuid not null,
    line         uuid not null,
    outage       uuid,
    level        smallint not null check (level between 1 and 3),
    repeat_of    uuid,
    -- What the diagnosis pointed to; null where it was not finished.
    pointed      text,
    state        text not null
                 check (state in ('SENT', 'ACCEPTED', 'ON_SITE', 'RESTORED', 'NOT_RESTORED', 'CONFIRMED', 'WITHDRAWN')),
    open         boolean not null generated always as (state not in ('CONFIRMED', 'WITHDRAWN')) stored,
    unit         uuid not null,
    reported_by  uuid not null,
    reported_at  timestamptz not null,
    accepted_by  uuid,
    window_from  timestamptz,
    window_until timestamptz,
    cause        text,
    done         text,
    restored_at  timestamptz,
    -- How many times the customer has said that it does not work yet.
    denials      int not null default 0,
    -- Copies of its clock, written with it.
    due_at       timestamptz not null,
    late         boolean not null default false,
    version      int not null default 1,
    primary key (bureau, id),
    unique (bureau, ticket),
    foreign key (bureau, line) references fault.line,
    foreign key (bureau, outage) references fault.outage,
    foreign key (bureau, repeat_of) references fault.fault,
    check ((level > 1) = (repeat_of is not null)),
    check ((window_from is null) = (window_until is null) and window_from < window_until),
    check (state not in ('RESTORED', 'CONFIRMED') or restored_at is not null and cause is not null)
);
create unique index fault_open_of_line on fault.fault (bureau, line) where open;
create index fault_restored on fault.fault (bureau, line, restored_at desc, id desc) where restored_at is not null;
create index fault_of_outage on fault.fault (bureau, outage) where outage is not null;
create index fault_at_unit on fault.fault (bureau, unit, due_at, id) where open;
create index fault_taken on fault.fault (bureau, accepted_by, due_at, id) where open and accepted_by is not null;
create index fault_reported on fault.fault (bureau, reported_by, due_at, id) where open;

-- What the customer answered to the questions, in their order.
create table fault.answer (
    bureau   int not null,
    fault    uuid not null,
    place    int not null,
    question text not null,
    answer   text not null,
    primary key (bureau, fault, place),
    foreign key (bureau, fault) references fault.fault
);

-- Every step of a work order; append-only.
create table fault.step (
    bureau   int not null,
    seq      bigint generated always as identity,
    fault    uuid not null,
    what     text not null,
    unit     uuid not null,
    -- How the customer was asked, or the cause that was found, by what happened.
    about    text,
    words    text not null,
    by_staff uuid not null,
    at       timestamptz not null,
    primary key (bureau, seq),
    foreign key (bureau, fault) references fault.fault
);
create index step_of_fault on fault.step (bureau, fault, seq);

-- What a breach of the limit has brought, once for each fault: whether the rent of its time is waived, or why not.
create table fault.breach (
    bureau   int not null,
    fault    uuid not null,
    known_at timestamptz not null,
    waived   boolean not null,
    -- Why nothing is waived.
    why      text check ((why is null) = waived),
    -- Whether the product could write to the customer.
    told     boolean not null,
    primary key (bureau, fault),
    foreign key (bureau, fault) references fault.fault
);

-- The rent that was waived at a restoration, once for each; taken back where the customer said that it does not work yet.
create table fault.waiver (
    bureau        int not null,
    fault         uuid not null,
    denials       int not null,
    from_at       timestamptz not null,
    until_at      timestamptz not null,
    amount        numeric(12, 2) not null check (amount >= 0),
    currency      text not null,
    -- The line in the ledger; null where there was no rent to waive.
    remedy        uuid,
    taken_back_at timestamptz,
    primary key (bureau, fault, denials),
    foreign key (bureau, fault) references fault.breach
);
