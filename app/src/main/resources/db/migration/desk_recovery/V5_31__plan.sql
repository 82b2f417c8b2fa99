-- A plan as it was made, with the situation in which it was; the next one of its ticket takes its place.
create table recovery.plan (
    bureau          int not null,
    id              uuid not null,
    ticket          uuid not null,
    customer        uuid,
    number          int not null check (number > 0),
    failure         text not null,
    -- Null where nobody had judged it.
    attribution     text,
    family          text not null,
    repeated        boolean not null,
    mood            text not null,
    -- Whether the customer had been asked what would put it right.
    asked           boolean not null,
    followed        boolean not null,
    -- Why it is not what was offered.
    reason          text not null,
    made_by         uuid not null,
    post            text not null,
    made_at         timestamptz not null,
    superseded_at   timestamptz,
    -- What became of it, read from the ticket.
    reopened_before int not null,
    resolved_at     timestamptz,
    came_back       boolean not null default false,
    consent         text,
    elsewhere_at    timestamptz,
    primary key (bureau, id),
    unique (bureau, ticket, number),
    check (followed = (reason = ''))
);
create unique index plan_current on recovery.plan (bureau, ticket) where superseded_at is null;
create index plan_customer on recovery.plan (bureau, customer, made_at) where superseded_at is null and customer is not null;
create index plan_known on recovery.plan (bureau, resolved_at desc) include (followed, came_back, consent, elsewhere_at)
    where superseded_at is null and resolved_at is not null;
create index plan_by on recovery.plan (bureau, made_by, resolved_at desc) include (came_back, consent, elsewhere_at)
    where superseded_at is null and resolved_at is not null;
create index plan_differed on recovery.plan (bureau, made_at desc, id desc) where not followed and superseded_at is null;

create trigger plan_append_only before update of bureau, id, ticket, customer, number, failure, attribution, family, repeated,
    mood, asked, followed, made_by, post, made_at, reopened_before or delete
    on recovery.plan for each row execute function recovery.refuse_rewriting();

-- A remedy of it: offered and chosen, offered and left out, or added. What is done of it is told by the remedies themselves.
create table recovery.plan_line (
    bureau          int not null,
    plan            uuid not null,
    kind            text not null,
    -- Places from 1 on; null where it was added, where it was left out.
    offered         smallint,
    offered_speaker text,
    chosen          smallint,
    speaker         text not null,
    why             text[] not null,
    primary key (bureau, plan, kind),
    unique (bureau, plan, offered),
    unique (bureau, plan, chosen),
    foreign key (bureau, plan) references recovery.plan,
    check (offered is not null or chosen is not null),
    check ((offered is null) = (offered_speaker is null)),
    check ((offered is null) = (why = '{}'))
);
create trigger plan_line_append_only before update or delete
    on recovery.plan_line for each row execute function recovery.refuse_rewriting();
