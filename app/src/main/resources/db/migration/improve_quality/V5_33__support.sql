-- One row a contact, as its newest version says, for whoever took it.
create table quality.contact_fact (
    bureau       int not null,
    contact      uuid not null,
    version      int not null,
    staff        uuid not null,
    unit         uuid not null,
    customer     uuid,
    ticket       uuid,
    at           timestamptz not null,
    mood         text not null,
    took_seconds int,
    -- Why it was hard, by the rules of its day; empty where it was not.
    hard         text[] not null default '{}',
    -- What whoever took it says about how they were treated.
    abused_at    timestamptz,
    abuse_words  text not null default '',
    primary key (bureau, contact),
    check ((abused_at is not null) = ('ABUSE' = any (hard)))
);
create index contact_fact_staff on quality.contact_fact (bureau, staff, at desc, contact desc) include (hard);
create index contact_fact_customer on quality.contact_fact (bureau, customer) where abused_at is not null;

-- The right to a break and to a supervisor's word that hard contacts have brought.
create table quality.relief (
    bureau      int not null,
    id          uuid not null,
    number      int not null,
    staff       uuid not null,
    unit        uuid not null,
    granted_at  timestamptz not null,
    minutes     int not null check (minutes > 0),
    use_until   timestamptz not null,
    rest        text not null default 'OPEN' check (rest in ('OPEN', 'TAKEN', 'DECLINED', 'LAPSED')),
    rest_at     timestamptz,
    word_due_at timestamptz not null,
    word_by     uuid,
    word_at     timestamptz,
    words       text not null default '',
    version     int not null default 1,
    primary key (bureau, id),
    unique (bureau, number),
    check ((rest = 'OPEN') = (rest_at is null)),
    check ((word_by is null) = (word_at is null) and (word_by is null) = (words = '')),
    check (word_by is distinct from staff)
);
-- One right to a break at a time.
create unique index relief_once on quality.relief (bureau, staff) where rest = 'OPEN';
create index relief_staff on quality.relief (bureau, staff, granted_at desc, id desc);
create index relief_lapse on quality.relief (bureau, use_until, id) where rest = 'OPEN';
create index relief_owed on quality.relief (bureau, unit, word_due_at, id) where word_by is null;

-- A contact brings a relief once.
create table quality.relief_contact (
    bureau  int not null,
    contact uuid not null,
    relief  uuid not null,
    primary key (bureau, contact),
    foreign key (bureau, contact) references quality.contact_fact,
    foreign key (bureau, relief) references quality.relief
);
create index relief_contact_relief on quality.relief_contact (bureau, relief);

create table quality.relief_event (
    bureau int not null,
    relief uuid not null,
    seq    int not null,
    what   text not null,
    by     uuid not null,
    at     timestamptz not null,
    primary key (bureau, relief, seq),
    foreign key (bureau, relief) references quality.relief
);

-- Whom a praise is for, said by somebody else.
create table quality.praise (
    bureau   int not null,
    ticket   uuid not null,
    staff    uuid not null,
    named_by uuid not null,
    named_at timestamptz not null,
    primary key (bureau, ticket),
    check (named_by <> staff)
);
create index praise_staff on quality.praise (bureau, staff, named_at desc, ticket desc);
