-- What would put it right, in the customers' own words; a customer who says something else later is asked again.
create table recovery.voice (
    bureau   int not null,
    id       uuid not null,
    ticket   uuid not null,
    said     text not null check (said in ('WANTS', 'LEFT_TO_US')),
    words    text not null,
    -- The contact in which they said it; null where they were asked for it.
    contact  uuid,
    asked_by uuid not null,
    asked_at timestamptz not null,
    primary key (bureau, id),
    check ((said = 'WANTS') = (words <> ''))
);
create index voice_ticket on recovery.voice (bureau, ticket, asked_at desc, id desc);

create function recovery.refuse_rewriting() returns trigger language plpgsql as $$
begin
    raise exception 'what was written down of a recovery is covered at most, never changed';
end $$;

-- Words may be blacked out, and nothing else of a row changes.
create trigger voice_append_only before update of bureau, id, ticket, said, contact, asked_by, asked_at or delete
    on recovery.voice for each row execute function recovery.refuse_rewriting();
