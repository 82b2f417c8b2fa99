-- Of which time of the problem a line's sum is the rent, and the rent of the rest, which the customer has by a waiver.
alter table recovery.credit_line add column times tstzmultirange;
alter table recovery.credit_line add column had numeric(11, 2) not null default 0 check (had >= 0);
update recovery.credit_line l set times = tstzmultirange(tstzrange(r.began_at, r.ended_at))
  from recovery.credit_run r where r.bureau = l.bureau and r.id = l.run;
alter table recovery.credit_line alter column times set not null;
