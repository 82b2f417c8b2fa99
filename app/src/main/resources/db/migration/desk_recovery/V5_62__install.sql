-- Installations that were promised for a day, until the office keeps orders itself.
create table recovery.install (
    bureau     int not null,
    id         uuid not null,
    number     text not null check (number <> ''),
    customer   uuid not null,
    unit       uuid not null,
    fees       numeric(11, 2) not null check (fees >= 0),
    currency   text not null,
    ordered    date not null,
    due        date not null,
    done       date,
    -- Whether the operator answers for a delay.
    ours       boolean not null default true,
    entered_by uuid not null,
    entered_at timestamptz not null,
    version    int not null default 1,
    primary key (bureau, id),
    unique (bureau, number),
    check (due >= ordered and done >= ordered)
);
create index install_open on recovery.install (bureau, due, id) where done is null;
create index install_due on recovery.install (bureau, due desc, id desc);
create index install_customer on recovery.install (bureau, customer);

-- The damages of a late one as they stand in the ledger; one stands at a time, a correction takes it back.
create table recovery.install_damages (
    bureau        int not null,
    install       uuid not null,
    seq           int not null,
    days          int not null check (days > 0),
    amount        numeric(11, 2) not null check (amount > 0),
    compensation  uuid not null,
    entered_at    timestamptz not null,
    taken_back_at timestamptz,
    primary key (bureau, install, seq),
    foreign key (bureau, install) references recovery.install
);
create unique index install_damages_stand on recovery.install_damages (bureau, install) where taken_back_at is null;
