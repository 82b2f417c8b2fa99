create schema care;

-- What a customer wants us to mind. Its words are never changed; it holds until it is withdrawn.
create table care.preference (
    bureau       int not null,
    id           uuid not null,
    customer     uuid not null,
    kind         text not null check (kind in ('CALL_TIME', 'WAY', 'LANGUAGE', 'PACE', 'ACCESS', 'PERSON', 'NOT_OFFERED', 'WORRY', 'OTHER')),
    words        text not null,
    -- The words by which it is known again when it is noted twice.
    folded       text not null,
    origin       text not null check (origin in ('SAID', 'SEEN')),
    noted_by     uuid not null,
    noted_at     timestamptz not null,
    -- Noted or confirmed last, as the steps say.
    last_at      timestamptz not null,
    withdrawn_at timestamptz,
    primary key (bureau, id)
);
create unique index preference_once on care.preference (bureau, customer, kind, folded) where withdrawn_at is null;
create index preference_of on care.preference (bureau, customer, noted_at, id);

-- Everything that happened to a preference; append-only.
create table care.preference_step (
    bureau     int not null,
    seq        bigint generated always as identity,
    preference uuid not null,
    customer   uuid not null,
    what       text not null check (what in ('NOTED', 'CONFIRMED', 'WITHDRAWN')),
    staff      uuid not null,
    at         timestamptz not null,
    -- Of a withdrawal.
    reason     text not null,
    remark     text not null,
    -- At which it was said or seen.
    contact    uuid,
    ticket     uuid,
    primary key (bureau, seq),
    foreign key (bureau, preference) references care.preference,
    check ((what = 'WITHDRAWN') = (reason <> ''))
);
create index preference_step_of on care.preference_step (bureau, customer, seq desc);
create index preference_step_at on care.preference_step (bureau, preference);

-- Contacts with customers of whom something had been noted before.
create table care.contact (
    bureau      int not null,
    contact     uuid not null,
    customer    uuid not null,
    ticket      uuid,
    staff       uuid not null,
    recorded_at timestamptz not null,
    primary key (bureau, contact)
);
create index contact_recorded on care.contact (bureau, recorded_at) include (contact, customer, ticket, staff);
