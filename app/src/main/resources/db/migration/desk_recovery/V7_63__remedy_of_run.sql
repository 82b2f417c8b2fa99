-- What a run of credits gave the customer of a ticket; the run has paid it.
alter table recovery.remedy add column run uuid;
create index remedy_run on recovery.remedy (bureau, run, id) where run is not null;

-- Whom problems hit whose runs were posted before this was told.
insert into platform.outbox (bureau, topic, payload, due_at)
select bureau, 'recovery.customers-hit',
       jsonb_build_object('problem', problem, 'from', to_char(began_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                          'customers', jsonb_agg(customer)), now()
  from (select r.bureau, r.id, r.problem, r.began_at, s.customer,
               (row_number() over (partition by r.bureau, r.id order by s.customer)) / 500 as part
          from recovery.credit_run r
          join recovery.credit_share s on s.bureau = r.bureau and s.run = r.id
         where r.state in ('POSTED', 'REVERSING', 'REVERSED')) hit
 group by bureau, id, problem, began_at, part;
