create index ticket_classified on ticket.ticket (bureau, due_at, id)
    where open and failure_type is not null and state <> 'resolved';
