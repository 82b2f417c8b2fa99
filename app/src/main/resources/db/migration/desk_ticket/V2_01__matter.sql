-- What a ticket is about, for finding others about the same: its type, or its subject where nothing says the type.
alter table ticket.ticket
    add column matter_key text generated always as (coalesce(failure_type, failure_suggested, nullif(subject_key, ''))) stored;
drop index ticket.ticket_same_place_subject;
drop index ticket.ticket_same_place_type;
create index ticket_same_place on ticket.ticket (bureau, place, matter_key, received_at)
    where open and place is not null and matter_key is not null;
