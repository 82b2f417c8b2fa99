-- What the investigation of a complaint came to, and whether the customer is content with the answer.
alter table ticket.ticket
    add column verdict text check (verdict in ('UPHELD', 'PARTLY', 'NOT_UPHELD')),
    add column verdict_reason text check ((verdict_reason is null) = (verdict is null)),
    add column consent text check (consent in ('CONTENT', 'NOT_CONTENT', 'NOT_REACHED')),
    add column reopened int not null default 0;
