-- The bureau's own names (null: those of the product), and the versions in which a type began and from which on no ticket
-- can be of it any more.
alter table recovery.failure_type
    add column name_zh text,
    add column name_en text,
    add column begun   int not null default 1,
    add column ended   int,
    add check ((name_zh is null) = (name_en is null)),
    add check (ended is null or ended > begun);

-- Every change of the taxonomy makes a version: who made it, when and why. Append-only.
create table recovery.taxonomy_version (
    bureau  int not null,
    version int not null check (version > 0),
    what    text not null,
    at      timestamptz not null,
    staff   uuid not null,
    why     text not null,
    primary key (bureau, version)
);
insert into recovery.taxonomy_version (bureau, version, what, at, staff, why)
select distinct bureau, 1, 'FOUND', now(), '00000000-0000-0000-0000-000000000000'::uuid, '' from recovery.failure_type;

-- What a version did to a type, with its names after and before; null where they are the product's, or where it had none.
create table recovery.taxonomy_deed (
    bureau  int not null,
    version int not null,
    place   int not null,
    code    text not null,
    deed    text not null,
    name_zh text,
    name_en text,
    was_zh  text,
    was_en  text,
    primary key (bureau, version, place),
    foreign key (bureau, version) references recovery.taxonomy_version,
    foreign key (bureau, code) references recovery.failure_type
);

-- Which types have become which. Where one has become several, the words that pointed at it go to one of them, which
-- whoever split it has named.
create table recovery.taxonomy_lineage (
    bureau    int not null,
    version   int not null,
    code      text not null,
    successor text not null,
    heir      boolean not null,
    primary key (bureau, code, successor),
    foreign key (bureau, version) references recovery.taxonomy_version,
    foreign key (bureau, code) references recovery.failure_type,
    foreign key (bureau, successor) references recovery.failure_type,
    check (code <> successor)
);
create unique index taxonomy_lineage_heir on recovery.taxonomy_lineage (bureau, code) where heir;

create function recovery.refuse_taxonomy_change() returns trigger language plpgsql as $$
begin
    raise exception 'a version of the taxonomy stays as it was made';
end $$;

create trigger taxonomy_version_append_only before update or delete on recovery.taxonomy_version
    for each row execute function recovery.refuse_taxonomy_change();
create trigger taxonomy_deed_append_only before update or delete on recovery.taxonomy_deed
    for each row execute function recovery.refuse_taxonomy_change();
create trigger taxonomy_lineage_append_only before update or delete on recovery.taxonomy_lineage
    for each row execute function recovery.refuse_taxonomy_change();
