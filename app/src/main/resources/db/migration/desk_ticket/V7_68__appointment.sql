-- When what is held for an appointment goes on by itself; null while it is not held for one.
alter table ticket.ticket add column held_until timestamptz;
create index ticket_held_until on ticket.ticket (bureau, held_until, id) where held_until is not null;
