-- What a person is bound by they do not raise alone: another number for such a rule holds once somebody other than its author
-- has signed it. What a bureau began with has no author.
alter table rulebook.rule add column second boolean not null default false;
alter table rulebook.rule add column author uuid;
update rulebook.rule set second = true
 where code like 'authority.%' or code in ('approval.second', 'remedy.ceiling');
alter table rulebook.rule add check (not second or author is null or confirmed_by is null or confirmed_by <> author);
