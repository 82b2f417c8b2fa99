-- How severe the failure is as recovery reckoned it last, for the order of lists; -1 while it never was.
alter table ticket.ticket
    add column severity int not null default -1,
    add column grade    text;
create index ticket_open_severity on ticket.ticket (bureau, severity desc, id desc) where open;
create index ticket_open_severity_responsible on ticket.ticket (bureau, responsible, severity desc, id desc) where open;
create index ticket_open_severity_unit on ticket.ticket (bureau, unit, severity desc, id desc) where open;
