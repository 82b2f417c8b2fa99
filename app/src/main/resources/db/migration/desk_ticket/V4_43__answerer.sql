-- The post that whoever answered held at that time; unknown for answers that are older than this column.
alter table ticket.answer add column post text;
