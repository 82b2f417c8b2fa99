-- Tells the subjects of tickets apart without their words; null where nobody has told it yet.
alter table quality.fact add column subject text;
drop index quality.fact_failure;
create index fact_failure on quality.fact (bureau, received_at) include (place, type, unit, subject)
    where kind in ('COMPLAINT', 'FAULT', 'BILL_DISPUTE');
-- The tickets behind a hot subject.
create index fact_subject on quality.fact (bureau, subject, received_at desc, ticket desc)
    where kind in ('COMPLAINT', 'FAULT', 'BILL_DISPUTE') and type = '';

-- Empty: whatever the subject.
alter table quality.hot add column subject text not null default '';
alter table quality.hot drop constraint hot_check;
alter table quality.hot add check (place <> '' or type <> '' or subject <> '');
drop index quality.hot_once;
create unique index hot_once on quality.hot (bureau, place, type, subject) where cooled_at is null;
