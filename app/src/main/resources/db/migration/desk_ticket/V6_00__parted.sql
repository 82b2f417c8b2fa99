-- Which tickets were joined with one not long ago: found from either side.
create index joining_parted on ticket.joining (bureau, ticket, parted_at) where parted_at is not null;
create index joining_parted_lead on ticket.joining (bureau, lead, parted_at) where parted_at is not null;
