-- By whose word an installation brought damages, whether theirs alone was enough, when, and how much: what one person may bring in a
-- day and a customer have in a year is measured against it.
alter table recovery.install add column said_by uuid;
alter table recovery.install add column said_alone boolean not null default false;
alter table recovery.install add column said_on date;
alter table recovery.install add column said_sum numeric(11, 2) check (said_sum >= 0);
update recovery.install i
   set said_on = coalesce(d.entered_at::date, i.said), said_sum = coalesce(d.amount, 0)
  from recovery.install o
  left join recovery.install_damages d on d.bureau = o.bureau and d.install = o.id and d.taken_back_at is null
 where i.bureau = o.bureau and i.id = o.id and i.said is not null;
create index install_word on recovery.install (bureau, said_by, said_on) where said_alone;

-- By whose word damages were entered, so that a series of them is noticed.
alter table recovery.install_damages add column said_by uuid;
create index install_damages_word on recovery.install_damages (bureau, said_by) where said_by is not null;
create unique index install_damages_entry on recovery.install_damages (bureau, compensation);
