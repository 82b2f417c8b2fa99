create schema intake;

-- A file as it came, kept in the database: every node can read it, and a backup has it.
create table intake.file (
    bureau        int not null,
    id            uuid not null,
    name          text not null,
    size          bigint not null,
    sha256        bytea not null,
    received_at   timestamptz not null,
    received_by   uuid not null,
    received_name text not null,
    target        text not null,
    source        text not null,
    headings      text not null,
    profile       jsonb not null,
    mapping       jsonb not null,
    version       int not null default 1,
    primary key (bureau, id)
);
create unique index file_same on intake.file (bureau, sha256);
create index file_recent on intake.file (bureau, received_at desc, id desc);
create index file_headings on intake.file (bureau, target, md5(headings), received_at desc);

create table intake.file_chunk (
    bureau int not null,
    file   uuid not null,
    n      int not null,
    bytes  bytea not null,
    primary key (bureau, file, n),
    foreign key (bureau, file) references intake.file
);

create table intake.template (
    bureau   int not null,
    target   text not null,
    name     text not null,
    headings text not null,
    source   text not null,
    mapping  jsonb not null,
    saved_at timestamptz not null,
    saved_by uuid not null,
    primary key (bureau, target, name)
);
create index template_headings on intake.template (bureau, target, md5(headings), saved_at desc);

create table intake.run (
    bureau       int not null,
    id           uuid not null,
    file         uuid not null,
    target       text not null,
    source       text not null,
    kind         text not null,
    state        text not null,
    mapping      jsonb not null,
    total        bigint not null,
    done         bigint not null default 0,
    created      bigint not null default 0,
    updated      bigint not null default 0,
    unchanged    bigint not null default 0,
    rejected     bigint not null default 0,
    started_at   timestamptz not null,
    started_by   uuid not null,
    started_name text not null,
    begun_at     timestamptz,
    begun_done   bigint not null default 0,
    changed_at   timestamptz not null,
    ended_at     timestamptz,
    stop         boolean not null default false,
    failure      text,
    primary key (bureau, id),
    foreign key (bureau, file) references intake.file
);
-- At most one writer of a source at a time.
create unique index run_writer on intake.run (bureau, target, source)
    where kind = 'WRITE' and state in ('WAITING', 'RUNNING');
create index run_file on intake.run (bureau, file, started_at desc, id desc);
create index run_under_way on intake.run (bureau, started_at desc) where state in ('WAITING', 'RUNNING');

create table intake.rejected_row (
    bureau int not null,
    run    uuid not null,
    line   bigint not null,
    cells  jsonb not null,
    faults jsonb not null,
    primary key (bureau, run, line),
    foreign key (bureau, run) references intake.run
);

create table intake.run_reason (
    bureau int not null,
    run    uuid not null,
    code   text not null,
    field  text not null,
    args   jsonb not null,
    rows   bigint not null,
    primary key (bureau, run, code, field, args),
    foreign key (bureau, run) references intake.run
);

-- Every row that was ever taken, by what it said: the same again is unchanged, whatever came in between.
create table intake.seen_row (
    bureau int not null,
    target text not null,
    source text not null,
    digest uuid not null,
    primary key (bureau, target, source, digest)
);
