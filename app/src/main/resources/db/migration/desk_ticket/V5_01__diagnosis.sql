-- Evidence for what failed and whose doing it was. Null in what was decided before it was asked for.
alter table ticket.ticket
    add column kind_evidence        text,
    add column attribution_evidence text,
    -- How sure what has learned was, in hundredths, and which version of it suggested. Null where rules did.
    add column suggestion_confidence smallint check (suggestion_confidence between 0 and 100),
    add column suggestion_model      int,
    add check (failure_kind is not null or kind_evidence is null),
    add check (attribution is not null or attribution_evidence is null);

-- What people have chosen, the latest first: what suggestions are learned from.
create index ticket_chosen on ticket.ticket (bureau, classified_at desc, id desc) where failure_type is not null;
