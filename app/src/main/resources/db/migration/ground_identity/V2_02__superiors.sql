-- Units stand in a tree; who is above a person follows from it.
alter table identity.unit
    add column parent uuid,
    add foreign key (bureau, parent) references identity.unit;

-- When somebody is away, and who acts for them meanwhile.
create table identity.absence (
    bureau   int not null,
    id       uuid not null,
    staff    uuid not null,
    from_at  timestamptz not null,
    until_at timestamptz not null check (until_at > from_at),
    deputy   uuid check (deputy <> staff),
    primary key (bureau, id),
    foreign key (bureau, staff) references identity.staff,
    foreign key (bureau, deputy) references identity.staff
);
create index absence_of on identity.absence (bureau, staff, until_at);
