-- What a customer said about being written to one way. Never changed: the latest row holds.
create table party.consent (
    bureau   int not null,
    id       uuid not null,
    customer uuid not null,
    way      text not null check (way in ('MOBILE', 'EMAIL', 'POST')),
    given    boolean not null,
    said     text not null,
    noted_by uuid not null,
    noted_at timestamptz not null,
    primary key (bureau, id),
    foreign key (bureau, customer) references party.customer
);
create index consent_customer on party.consent (bureau, customer, way, id desc);
