create schema attachment;

-- A file as it came, kept with the thing that it belongs to. It stays as it is: the database refuses to change or remove it.
create table attachment.attachment (
    bureau       int not null,
    id           uuid not null,
    subject_kind text not null,
    subject      uuid not null,
    name         text not null,
    type         text not null,
    size         bigint not null,
    sha256       bytea not null,
    added_by     uuid not null,
    added_at     timestamptz not null,
    primary key (bureau, id),
    -- The same bytes twice with the same thing are one file.
    unique (bureau, subject_kind, subject, sha256)
);
create index attachment_subject on attachment.attachment (bureau, subject_kind, subject, added_at, id);

create table attachment.chunk (
    bureau     int not null,
    attachment uuid not null,
    n          int not null,
    bytes      bytea not null,
    primary key (bureau, attachment, n),
    foreign key (bureau, attachment) references attachment.attachment
);
-- What is compressed already gains nothing by a second time.
alter table attachment.chunk alter column bytes set storage external;

create function attachment.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'attachments are kept as they came';
end $$;

create trigger attachment_kept before update or delete on attachment.attachment
    for each row execute function attachment.refuse_change();
create trigger chunk_kept before update or delete on attachment.chunk
    for each row execute function attachment.refuse_change();
