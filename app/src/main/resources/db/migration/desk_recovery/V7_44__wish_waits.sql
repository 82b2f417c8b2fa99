-- Which version of an installation a change waits for; what is changed since waits no more.
alter table recovery.install add column wished int;
update recovery.install i set wished = i.version
 where exists (select from recovery.install_wish w where w.bureau = i.bureau and w.install = i.id and w.version = i.version);
create index install_waiting on recovery.install (bureau, due, id) where wished = version;
