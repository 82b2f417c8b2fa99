create schema recovery;

-- The taxonomy as the bureau keeps it: three groups (depth 1), fifteen types (2), telecom types below them (3).
create table recovery.failure_type (
    bureau int not null,
    code   text not null,
    parent text,
    depth  smallint not null check (depth between 1 and 3),
    place  int not null,
    primary key (bureau, code),
    unique (bureau, place),
    foreign key (bureau, parent) references recovery.failure_type,
    check ((depth = 1) = (parent is null))
);

-- What was given to the customer, append-only: a mistake is taken back by a second row that reverses the first.
create table recovery.remedy (
    bureau   int not null,
    id       uuid not null,
    ticket   uuid not null,
    kind     text not null,
    amount   numeric(11, 2),
    currency text,
    note     text not null,
    reverses uuid,
    given_by uuid not null,
    given_at timestamptz not null,
    -- Only what was given can be reversed, on its own ticket and once; a reversal cannot.
    given          boolean generated always as (reverses is null) stored,
    reverses_given boolean generated always as (true) stored,
    primary key (bureau, id),
    unique (bureau, ticket, id, given),
    unique (bureau, reverses),
    foreign key (bureau, ticket, reverses, reverses_given) references recovery.remedy (bureau, ticket, id, given),
    check ((amount is null) = (currency is null)),
    check (amount is null or reverses is null and amount > 0 or reverses is not null and amount < 0)
);

create function recovery.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'a remedy is taken back by a reversal, never changed';
end $$;

create trigger remedy_append_only before update or delete on recovery.remedy
    for each row execute function recovery.refuse_change();
