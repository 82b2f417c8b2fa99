-- What a closed recovery teaches, without personal data. One row a ticket; it stands while the ticket is closed.
create table insight.recovery_case (
    bureau       int not null,
    ticket       uuid not null,
    revision     int not null,
    standing     boolean not null,
    kind         text not null,
    failure_type text,
    failed       text,
    attribution  text,
    cause        uuid,
    subject      text not null,
    said         text not null,
    answer       text not null,
    settlement   text not null,
    service      text not null,
    place        text not null,
    channel      text not null,
    segment      text,
    consent      text,
    reopened     int not null,
    satisfied    int,
    received_at  timestamptz not null,
    closed_at    timestamptz not null,
    written_at   timestamptz not null,
    primary key (bureau, ticket)
);
create index recovery_case_newest on insight.recovery_case (bureau, closed_at desc, ticket desc) where standing;
create index recovery_case_type on insight.recovery_case (bureau, failure_type, closed_at desc, ticket desc)
    where standing and failure_type is not null;

-- What was given and done, in its order.
create table insight.case_measure (
    bureau     int not null,
    ticket     uuid not null,
    place      int not null,
    kind       text not null,
    amount     numeric,
    currency   text,
    after      bigint not null,
    taken_back boolean not null,
    primary key (bureau, ticket, place),
    foreign key (bureau, ticket) references insight.recovery_case,
    check ((amount is null) = (currency is null))
);

-- Why a case was written anew; append-only, without any words of the customer.
create table insight.case_revision (
    bureau   int not null,
    ticket   uuid not null,
    revision int not null,
    why      text not null,
    at       timestamptz not null,
    primary key (bureau, ticket, revision),
    foreign key (bureau, ticket) references insight.recovery_case
);

-- The words by which a case is found. Apart from the case and narrow, because a search visits thousands of these rows;
-- the terms themselves are kept out of line.
create table insight.case_terms (
    bureau   int not null,
    ticket   uuid not null,
    standing boolean not null,
    length   int not null,
    terms    tsvector not null,
    primary key (bureau, ticket)
) with (toast_tuple_target = 128);
create index case_terms_found on insight.case_terms using gin (bureau, terms);

-- Cases whose terms are not counted yet; apart from the terms, so that counting writes nothing into their index.
create table insight.case_uncounted (
    bureau int not null,
    ticket uuid not null,
    primary key (bureau, ticket)
);

-- In how many cases a term stands, kept by a job: it says how telling the term is, and which terms a search may follow.
create table insight.case_term (
    bureau int not null,
    term   text not null,
    cases  int not null,
    primary key (bureau, term)
);
create table insight.case_count (
    bureau int not null primary key,
    cases  bigint not null,
    length bigint not null
);

-- Which case an agent found useful for which type of failure: one mark each, the latest counts.
create table insight.case_mark (
    bureau       int not null,
    ticket       uuid not null,
    failure_type text not null,
    staff        uuid not null,
    useful       boolean not null,
    at           timestamptz not null,
    primary key (bureau, ticket, failure_type, staff),
    foreign key (bureau, ticket) references insight.recovery_case
);

-- Tickets of which a case is to be written, or written anew.
create table insight.case_due (
    bureau int not null,
    ticket uuid not null,
    why    text not null,
    due_at timestamptz not null,
    tries  int not null default 0,
    error  text,
    primary key (bureau, ticket)
);
create index case_due_next on insight.case_due (due_at, bureau, ticket);

-- What was closed before there was a case base.
insert into insight.case_due (bureau, ticket, why, due_at)
select bureau, ticket, 'before', now() from insight.fact where closed_at is not null;
