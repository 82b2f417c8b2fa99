-- What billing was told of each posting and reversal, and what it said. amount is above 0 for the customer.
create table recovery.adjustment (
    bureau       int not null,
    posting      uuid not null,
    compensation uuid not null,
    reverses     uuid,
    customer     uuid,
    on_bill      boolean not null,
    amount       numeric(11, 2) not null check (amount <> 0 and (amount < 0) = (reverses is not null)),
    currency     text not null,
    day          date not null,
    state        text not null check (state in ('OPEN', 'ACCEPTED', 'REFUSED', 'SETTLED', 'VOID')),
    reason       text check (reason is not null or state <> 'REFUSED'),
    why          text not null default '',
    settled_by   uuid check ((settled_by is not null) = (state = 'SETTLED')),
    asked_at     timestamptz not null,
    primary key (bureau, posting),
    foreign key (bureau, posting) references recovery.entry,
    foreign key (bureau, compensation) references recovery.compensation
);
create index adjustment_compensation on recovery.adjustment (bureau, compensation, asked_at, posting);
create index adjustment_undecided on recovery.adjustment (bureau, state, asked_at, posting)
    where state in ('OPEN', 'REFUSED');

-- The book that takes adjustments until the office bills.
create table recovery.billed (
    bureau   int not null,
    posting  uuid not null,
    reverses uuid,
    customer uuid,
    amount   numeric(11, 2) not null,
    currency text not null,
    day      date not null,
    taken_at timestamptz not null,
    primary key (bureau, posting),
    unique (bureau, reverses),
    foreign key (bureau, reverses) references recovery.billed (bureau, posting)
);

create function recovery.refuse_billed_change() returns trigger language plpgsql as $$
begin
    raise exception 'the book of adjustments is append-only';
end $$;

create trigger billed_append_only before update or delete on recovery.billed
    for each row execute function recovery.refuse_billed_change();
