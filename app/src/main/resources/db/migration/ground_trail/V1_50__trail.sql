create schema trail;

create table trail.entry (
    bureau       int not null,
    id           uuid not null,
    at           timestamptz not null,
    staff        uuid not null,
    deed         text not null,
    subject_kind text not null,
    subject      uuid not null,
    detail       jsonb not null,
    primary key (bureau, id)
);
create index entry_subject on trail.entry (bureau, subject_kind, subject, at desc);

create function trail.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the trail is append-only';
end $$;

create trigger entry_append_only before update or delete on trail.entry
    for each row execute function trail.refuse_change();
