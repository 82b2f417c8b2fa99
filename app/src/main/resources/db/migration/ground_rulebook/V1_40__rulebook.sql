create schema rulebook;

-- One row per version; a version is never changed but for its signature. The version that holds on a day is the one
-- with the latest first day not after it.
create table rulebook.rule (
    bureau       int not null,
    code         text not null,
    jurisdiction text not null,
    version      int not null,
    id           uuid not null,
    amount       numeric(18, 6) not null,
    unit         text not null,
    valid_from   date not null,
    valid_to     date,
    title_zh     text not null,
    title_en     text not null,
    source_zh    text not null,
    source_en    text not null,
    confirm      boolean not null,
    confirmed_by uuid,
    confirmed_at timestamptz,
    primary key (bureau, code, jurisdiction, version),
    check (valid_to is null or valid_to > valid_from),
    check ((confirmed_by is null) = (confirmed_at is null))
);
