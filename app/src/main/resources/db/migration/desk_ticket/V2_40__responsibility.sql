-- What a step touched, so that two who change different things of a ticket at once both get through.
alter table ticket.step
    add column version int,
    add column touched text[] not null default '{}';

-- Responsibility offered to somebody; it stays where it is until they accept.
create table ticket.transfer (
    bureau     int not null,
    id         uuid not null,
    ticket     uuid not null,
    from_staff uuid not null,
    to_staff   uuid not null check (to_staff <> from_staff),
    why        text not null,
    offered_by uuid not null,
    offered_at timestamptz not null,
    outcome    text check (outcome in ('ACCEPTED', 'REFUSED', 'WITHDRAWN')),
    said       text,
    ended_at   timestamptz check ((ended_at is null) = (outcome is null)),
    primary key (bureau, id),
    foreign key (bureau, ticket) references ticket.ticket
);
create unique index transfer_open on ticket.transfer (bureau, ticket) where outcome is null;
create index transfer_to on ticket.transfer (bureau, to_staff, offered_at, id) where outcome is null;
-- To whom it is offered now, kept with the ticket so that the list of the desk reads one index.
alter table ticket.ticket add column offered_to uuid;
create index ticket_offered on ticket.ticket (bureau, offered_to, due_at, id) where open and offered_to is not null;
create index transfer_ticket on ticket.transfer (bureau, ticket, offered_at);
