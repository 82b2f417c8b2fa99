-- Series of compensations that somebody should look at. Nothing is said against anybody here.
create table recovery.pattern (
    bureau      int not null,
    id          uuid not null,
    kind        text not null check (kind in ('BELOW_LIMIT', 'SAME_CONTACT', 'SPLIT', 'AGAIN')),
    -- A member of staff, a customer, or what stands for a contact point, by kind.
    subject     uuid not null,
    first_day   date not null,
    last_day    date not null,
    cases       int not null check (cases > 0),
    amount      numeric(13, 2) not null,
    currency    text not null,
    -- The numbers of the rulebook by which it was found, e.g. "5 30".
    bounds      text not null,
    state       text not null default 'OPEN' check (state in ('OPEN', 'DISMISSED', 'CONFIRMED')),
    found_at    timestamptz not null,
    reviewed_by uuid,
    reviewed_at timestamptz,
    words       text not null default '',
    version     int not null default 1,
    primary key (bureau, id),
    check ((reviewed_by is not null) = (state <> 'OPEN') and (reviewed_at is not null) = (state <> 'OPEN'))
);
create unique index pattern_open on recovery.pattern (bureau, kind, subject) where state = 'OPEN';
create index pattern_found on recovery.pattern (bureau, found_at desc, id desc) where state = 'OPEN';
create index pattern_reviewed on recovery.pattern (bureau, found_at desc, id desc) where state <> 'OPEN';

-- The compensations that make it up.
create table recovery.pattern_case (
    bureau       int not null,
    pattern      uuid not null,
    compensation uuid not null,
    kind         text not null,
    subject      uuid not null,
    giver        uuid not null,
    customer     uuid,
    primary key (bureau, pattern, compensation),
    foreign key (bureau, pattern) references recovery.pattern
);
create index pattern_case_of on recovery.pattern_case (bureau, kind, subject, compensation);
create index pattern_case_giver on recovery.pattern_case (bureau, giver, pattern);
create index pattern_case_customer on recovery.pattern_case (bureau, customer) where customer is not null;
