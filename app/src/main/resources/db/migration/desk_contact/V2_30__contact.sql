create schema contact;

create table contact.contact (
    bureau      int not null,
    id          uuid not null,
    version     int not null default 1,
    channel     text not null,
    -- Null for an anonymous contact.
    customer    uuid,
    mood        text not null,
    words       text not null,
    -- Whoever took it first: never missing, never changed.
    taken_by    uuid not null,
    unit        uuid not null,
    spoken_at   timestamptz not null,
    recorded_at timestamptz not null,
    -- From opening the form to saving; null where nobody knows.
    took_ms     int check (took_ms >= 0),
    outcome     text not null,
    answer      text,
    -- The ticket that it is dealt with in.
    ticket      uuid,
    -- The ticket that had ended, or was resolved, before the customer spoke.
    earlier     uuid,
    -- The ticket that the customer named, where another one leads it.
    named       uuid,
    decided_by  uuid,
    decided_at  timestamptz,
    why         text,
    primary key (bureau, id),
    check (outcome in ('ANSWERED', 'TICKET', 'ADDED', 'WAITING', 'REOPENED', 'KEPT')),
    check ((outcome = 'ANSWERED') = (answer is not null)),
    check ((outcome in ('TICKET', 'ADDED', 'REOPENED')) = (ticket is not null)),
    check ((outcome in ('WAITING', 'REOPENED', 'KEPT')) = (earlier is not null)),
    check ((outcome in ('REOPENED', 'KEPT')) = (decided_by is not null)),
    check ((decided_by is null) = (decided_at is null))
);
create index contact_newest on contact.contact (bureau, recorded_at desc, id desc);
create index contact_taken on contact.contact (bureau, taken_by, recorded_at desc, id desc);
create index contact_unit on contact.contact (bureau, unit, recorded_at desc, id desc);
create index contact_channel on contact.contact (bureau, channel, recorded_at desc, id desc);
create index contact_mood on contact.contact (bureau, mood, recorded_at desc, id desc);
create index contact_outcome on contact.contact (bureau, outcome, recorded_at desc, id desc);
create index contact_customer on contact.contact (bureau, customer, recorded_at desc) where customer is not null;
create index contact_ticket on contact.contact (bureau, ticket) where ticket is not null;
create index contact_earlier on contact.contact (bureau, earlier) where earlier is not null;
create index contact_named on contact.contact (bureau, named) where named is not null;

-- The first taker of a contact is not changed by anybody.
create function contact.keep_first_taker() returns trigger language plpgsql as $$
begin
    raise exception 'who took a contact first is never changed' using errcode = 'check_violation';
end $$;
create trigger first_taker before update of taken_by on contact.contact
    for each row when (old.taken_by is distinct from new.taken_by) execute function contact.keep_first_taker();

-- What is being typed, kept from the first second. Its id is the id of the contact that it becomes.
create table contact.draft (
    bureau   int not null,
    id       uuid not null,
    staff    uuid not null,
    -- The window that saved it last: another one does not write over it in silence.
    page     uuid not null,
    version  int not null default 1,
    begun_at timestamptz not null,
    saved_at timestamptz not null,
    typed    jsonb not null,
    primary key (bureau, id)
);
create index draft_staff on contact.draft (bureau, staff, saved_at desc);
