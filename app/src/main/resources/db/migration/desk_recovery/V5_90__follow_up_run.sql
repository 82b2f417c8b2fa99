-- After a run of credits some of those who were written to are asked; then there is a run in the place of the ticket.
alter table recovery.follow_up add column run uuid;
alter table recovery.follow_up add constraint follow_up_one_matter check (ticket is null or run is null);
create unique index follow_up_run on recovery.follow_up (bureau, run, customer) where run is not null;

-- Whoever was chosen out of many and does not answer is not asked by telephone.
drop index recovery.follow_up_unreached;
create index follow_up_unreached on recovery.follow_up (bureau, closed_at, id)
    where state in ('UNREACHED', 'EXPIRED') and run is null;
