-- What a customer is to the house: segment, what they pay a month, since when, and when they left.
create table party.standing (
    bureau     int not null,
    customer   uuid not null,
    segment    text not null check (segment in ('RESIDENTIAL', 'BUSINESS', 'KEY_ACCOUNT')),
    monthly    numeric(13, 3) check (monthly >= 0),
    currency   text,
    since      date,
    left_on    date,
    version    int not null,
    changed_by uuid not null,
    changed_at timestamptz not null,
    primary key (bureau, customer),
    foreign key (bureau, customer) references party.customer,
    check ((monthly is null) = (currency is null)),
    check (left_on >= since)
);

-- Every version of it. Never changed.
create table party.standing_version (
    bureau     int not null,
    customer   uuid not null,
    version    int not null,
    segment    text not null,
    monthly    numeric(13, 3),
    currency   text,
    since      date,
    left_on    date,
    changed_by uuid not null,
    changed_at timestamptz not null,
    primary key (bureau, customer, version)
);

create function party.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'what a customer was to the house is never changed afterwards';
end $$;

create trigger standing_append_only before update or delete on party.standing_version
    for each row execute function party.refuse_change();
