create schema party;

create table party.customer (
    bureau     int not null,
    id         uuid not null,
    name       text,
    created_at timestamptz not null,
    primary key (bureau, id)
);
create index customer_created on party.customer (bureau, created_at);

create table party.contact_point (
    bureau   int not null,
    customer uuid not null,
    kind     text not null,
    given    text not null,
    seq      bigint generated always as identity,
    primary key (bureau, customer, kind, given),
    foreign key (bureau, customer) references party.customer
);

-- What tells customers apart. Written before the customer in the same transaction, hence deferred.
create table party.identifying_key (
    bureau   int not null,
    kind     text not null,
    value    text not null,
    customer uuid not null,
    primary key (bureau, kind, value),
    foreign key (bureau, customer) references party.customer deferrable initially deferred
);
create index identifying_key_customer on party.identifying_key (bureau, customer);
