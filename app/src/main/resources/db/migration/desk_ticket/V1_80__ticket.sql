create schema ticket;

create sequence ticket.serial start with 118401;

create table ticket.ticket (
    bureau             int not null,
    id                 uuid not null,
    number             bigint not null,
    version            int not null default 1,
    kind               text not null,
    state              text not null,
    state_since        timestamptz not null,
    state_reason       text,
    open               boolean generated always as (state not in ('closed', 'rejected', 'cancelled')) stored,
    subject            text not null,
    subject_key        text not null,
    description        text not null,
    customer           uuid,
    -- Whoever took it first answers for it to the end: no ticket without one.
    responsible        uuid not null,
    unit               uuid not null,
    taken_at           timestamptz,
    channel            text not null,
    received_at        timestamptz not null,
    created_at         timestamptz not null,
    place              text,
    postal_code        text,
    source             text not null,
    external_number    text,
    -- The state that the source gave last: only another one from there changes ours.
    source_state       text,
    source_changed_at  timestamptz,
    source_label       text,
    failure_suggested  text,
    suggestion_reason  text,
    failure_type       text,
    failure_kind       text,
    attribution        text,
    classified_by      uuid,
    classified_at      timestamptz,
    type_key           text generated always as (coalesce(failure_type, failure_suggested)) stored,
    -- Copies of the clock of the reply, written with it. Infinity while it stands still and once it has stopped, so
    -- that one index gives the order of what falls due next.
    due_at             timestamptz not null default 'infinity',
    paused             boolean not null default false,
    answered_at        timestamptz,
    in_time            boolean,
    reply_ended_at     timestamptz,
    settlement         text,
    without_answer     text,
    without_settlement text,
    resolved_at        timestamptz,
    closed_at          timestamptz,
    primary key (bureau, id),
    unique (bureau, number),
    unique (bureau, source, external_number),
    check ((failure_type is null) = (classified_by is null)),
    check ((failure_type is null) = (classified_at is null))
);

-- Open work has its own indexes; closed work is never read for a desk page.
create index ticket_open on ticket.ticket (bureau, due_at, id) where open;
create index ticket_open_responsible on ticket.ticket (bureau, responsible, due_at, id) where open;
create index ticket_open_unit on ticket.ticket (bureau, unit, due_at, id) where open;
create index ticket_unclaimed on ticket.ticket (bureau, due_at, id) where open and taken_at is null;
create index ticket_unclassified on ticket.ticket (bureau, due_at, id)
    where open and failure_type is null and state <> 'resolved';
create index ticket_resolved on ticket.ticket (bureau, due_at, id) where state = 'resolved';
create index ticket_paused on ticket.ticket (bureau, due_at, id) where open and paused;
create index ticket_ended on ticket.ticket (bureau, received_at desc, id desc) where not open;
-- What looks like one matter.
create index ticket_same_customer on ticket.ticket (bureau, customer, received_at) where open and customer is not null;
create index ticket_same_place_subject on ticket.ticket (bureau, place, subject_key, received_at)
    where open and place is not null;
create index ticket_same_place_type on ticket.ticket (bureau, place, type_key, received_at)
    where open and place is not null and type_key is not null;
create index ticket_customer on ticket.ticket (bureau, customer, received_at desc) where customer is not null;
-- The day's figures.
create index ticket_received on ticket.ticket (bureau, received_at);
create index ticket_resolved_at on ticket.ticket (bureau, resolved_at) where resolved_at is not null;
create index ticket_closed_at on ticket.ticket (bureau, closed_at) where closed_at is not null;
create index ticket_reply_ended on ticket.ticket (bureau, reply_ended_at, in_time) where reply_ended_at is not null;

create table ticket.step (
    bureau     int not null,
    ticket     uuid not null,
    seq        bigint generated always as identity,
    at         timestamptz not null,
    staff      uuid not null,
    what       text not null,
    from_state text,
    to_state   text not null,
    why        text,
    about      text,
    primary key (bureau, ticket, seq),
    foreign key (bureau, ticket) references ticket.ticket
);

-- A note is for colleagues and an answer is for the customer: two tables, so that no query of the customer's pages can
-- take the one for the other.
create table ticket.note (
    bureau int not null,
    ticket uuid not null,
    id     uuid not null,
    at     timestamptz not null,
    staff  uuid not null,
    text   text not null,
    primary key (bureau, ticket, id),
    foreign key (bureau, ticket) references ticket.ticket
);

create table ticket.answer (
    bureau  int not null,
    ticket  uuid not null,
    id      uuid not null,
    at      timestamptz not null,
    staff   uuid not null,
    channel text not null,
    text    text not null,
    primary key (bureau, ticket, id),
    foreign key (bureau, ticket) references ticket.ticket
);

create table ticket.joining (
    bureau    int not null,
    id        uuid not null,
    ticket    uuid not null,
    lead      uuid not null,
    at        timestamptz not null,
    staff     uuid not null,
    parted_at timestamptz,
    parted_by uuid,
    primary key (bureau, id),
    foreign key (bureau, ticket) references ticket.ticket,
    foreign key (bureau, lead) references ticket.ticket,
    check (ticket <> lead)
);
create unique index joining_one_lead on ticket.joining (bureau, ticket) where parted_at is null;
create index joining_below on ticket.joining (bureau, lead) where parted_at is null;

-- A pair is proposed once: what was put away does not come back.
create table ticket.join_proposal (
    bureau     int not null,
    lead       uuid not null,
    reason     text not null,
    ticket     uuid not null,
    at         timestamptz not null,
    decided_at timestamptz,
    decided_by uuid,
    accepted   boolean,
    primary key (bureau, lead, reason, ticket),
    foreign key (bureau, ticket) references ticket.ticket,
    foreign key (bureau, lead) references ticket.ticket
);
create index join_proposal_open on ticket.join_proposal (bureau, at desc, lead) where decided_at is null;
create index join_proposal_ticket on ticket.join_proposal (bureau, ticket) where decided_at is null;
