-- A run of credits over everybody whom a service problem hit: one that counts for each problem.
create table recovery.credit_run (
    bureau      int not null,
    id          uuid not null,
    -- The problem as it was when the run was proposed.
    problem     uuid not null,
    place       text not null,
    reason      text not null,
    began_at    timestamptz not null,
    ended_at    timestamptz not null,
    unit        uuid not null,
    currency    text not null,
    -- What is given on top of the rent, in percent of it.
    percent     numeric(7, 3) not null check (percent >= 0),
    state       text not null check (state in ('BUILDING', 'PROPOSED', 'APPROVED', 'POSTING', 'SHORT', 'POSTED',
                                               'WITHDRAWN', 'REVERSING', 'REVERSED')),
    -- Sums of those who get something, kept with them.
    customers   int not null default 0,
    left_out    int not null default 0,
    statutory   numeric(13, 2) not null default 0,
    rent        numeric(13, 2) not null default 0,
    extra       numeric(13, 2) not null default 0,
    -- By how much a budget is too small.
    short       numeric(13, 2) check (short > 0),
    proposed_by uuid not null,
    proposed_at timestamptz not null,
    first_by    uuid,
    second_by   uuid,
    holder      uuid,
    promised_at timestamptz,
    posted      int not null default 0,
    told        int not null default 0,
    version     int not null default 1,
    primary key (bureau, id),
    check (ended_at > began_at),
    check (first_by <> proposed_by and second_by <> proposed_by and second_by <> first_by),
    check (holder <> first_by and holder <> second_by),
    check (state in ('BUILDING', 'PROPOSED', 'WITHDRAWN') or first_by is not null),
    check (promised_at is null or second_by is not null),
    check ((promised_at is not null) = (state in ('POSTED', 'REVERSING', 'REVERSED')) or state = 'POSTING')
);
create unique index credit_run_once on recovery.credit_run (bureau, problem) where state not in ('WITHDRAWN', 'REVERSED');
create index credit_run_when on recovery.credit_run (bureau, proposed_at desc, id desc);

-- A line that the problem hit, with the rent of its time.
create table recovery.credit_line (
    bureau       int not null,
    run          uuid not null,
    line         uuid not null,
    customer     uuid not null,
    label        text not null,
    rent         numeric(12, 2) not null,
    -- Whether a law owes it, because its limit was not kept.
    statutory    boolean not null,
    sum          numeric(11, 2) not null check (sum >= 0),
    -- Why nothing is given for it.
    why          text check (why in ('COMPENSATED', 'NO_RENT', 'CURRENCY')),
    -- Its id in the ledger.
    compensation uuid not null,
    primary key (bureau, run, line),
    foreign key (bureau, run) references recovery.credit_run
);
create index credit_line_customer on recovery.credit_line (bureau, run, customer);

-- What a customer gets of a run.
create table recovery.credit_share (
    bureau       int not null,
    run          uuid not null,
    customer     uuid not null,
    id           uuid not null,
    lines        int not null,
    monthly      numeric(12, 2) not null,
    statutory    numeric(11, 2) not null,
    rent         numeric(11, 2) not null,
    extra        numeric(11, 2) not null,
    -- Why they get less than their lines would bring.
    why          text check (why in ('COMPENSATED', 'NO_RENT', 'CURRENCY')),
    compensation uuid not null,
    -- What became of the letters about the credit and about its reversal.
    told         text check (told in ('SENT', 'WITHHELD', 'NO_WAY')),
    told_back    text check (told_back in ('SENT', 'WITHHELD', 'NO_WAY')),
    primary key (bureau, run, customer),
    unique (bureau, id),
    foreign key (bureau, run) references recovery.credit_run
);
create index credit_share_of on recovery.credit_share (bureau, customer);
create index credit_share_untold on recovery.credit_share (bureau, run, customer) where told is null;
create index credit_share_untold_back on recovery.credit_share (bureau, run, customer) where told = 'SENT' and told_back is null;

-- What happened to a run.
create table recovery.credit_step (
    bureau   int not null,
    seq      bigint generated always as identity,
    run      uuid not null,
    what     text not null,
    by_staff uuid not null,
    at       timestamptz not null,
    words    text not null,
    primary key (bureau, seq),
    foreign key (bureau, run) references recovery.credit_run
);
create index credit_step_of on recovery.credit_step (bureau, run, seq);
