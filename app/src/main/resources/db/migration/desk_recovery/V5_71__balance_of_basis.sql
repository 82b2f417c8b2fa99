-- What a law owes and what is given by choice is kept by month as well.
alter table recovery.balance drop constraint balance_dimension_check;
alter table recovery.balance add constraint balance_dimension_check
    check (dimension in ('CUSTOMER', 'BUDGET', 'TYPE', 'BASIS', 'AGENT'));

create index compensation_basis on recovery.compensation (bureau, basis, day desc, id desc);

alter table recovery.balance disable trigger balance_by_entries;
insert into recovery.balance (bureau, dimension, key, period, account, amount, cases)
select c.bureau, 'BASIS', c.basis, date_trunc('month', c.day)::date, l.account, sum(l.amount), sum(sign(l.amount))
  from recovery.compensation c
  join recovery.entry e on e.bureau = c.bureau and e.compensation = c.id
  join recovery.line l on l.bureau = e.bureau and l.entry = e.id
 group by 1, 2, 3, 4, 5;
alter table recovery.balance enable trigger balance_by_entries;

-- Its statements are planned anew each time: a plan that was kept from one entry takes minutes for a run of thousands.
create or replace function recovery.enter() returns trigger language plpgsql as $$
declare
    moved int;
    wanted int;
    refused boolean;
begin
    select count(*) into wanted from added;
    execute $q$
    update recovery.compensation c set account = a.target, version = c.version + 1
      from added a where c.bureau = a.bureau and c.id = a.compensation and c.account = a.source
    $q$;
    get diagnostics moved = row_count;
    if moved <> wanted then
        raise exception 'a sum is moved only from where it stands' using errcode = 'check_violation';
    end if;
    execute $q$
    select exists (select from added a join recovery.compensation c on c.bureau = a.bureau and c.id = a.compensation
                where a.kind = 'APPROVE' and c.basis = 'GOODWILL'
                  and (not exists (select from recovery.approval p where p.bureau = c.bureau and p.compensation = c.id)
                       or exists (select from recovery.approval p
                                   where p.bureau = c.bureau and p.compensation = c.id
                                     and p.verdict is distinct from 'YES')))
    $q$ into refused;
    if refused then
        raise exception 'nobody has approved it' using errcode = 'check_violation';
    end if;
    insert into recovery.line (bureau, entry, seq, account, amount)
    select bureau, id, 1, target, amount from added union all select bureau, id, 2, source, -amount from added;
    execute $q$
    insert into recovery.balance as b (bureau, dimension, key, period, account, amount, cases)
    select c.bureau, d.dimension, d.key, d.period, l.account, sum(l.amount), sum(sign(l.amount))
      from added a
      join recovery.compensation c on c.bureau = a.bureau and c.id = a.compensation
      cross join lateral (values
        ('CUSTOMER', c.customer::text, date_trunc('year', c.day)::date),
        ('BUDGET', c.budget::text, date_trunc('month', c.day)::date),
        ('TYPE', c.type, date_trunc('month', c.day)::date),
        ('BASIS', c.basis, date_trunc('month', c.day)::date),
        ('AGENT', c.giver::text, c.day)) d (dimension, key, period)
      cross join lateral (values (a.target, a.amount), (a.source, -a.amount)) l (account, amount)
     where d.key is not null
     group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
    on conflict (bureau, dimension, key, period, account)
    do update set amount = b.amount + excluded.amount, cases = b.cases + excluded.cases
    $q$;
    -- What is promised by choice stays within its budget, or its holder has said yes. What a law owes is owed anyhow.
    execute $q$
    select exists (select from added a
                 join recovery.compensation c on c.bureau = a.bureau and c.id = a.compensation
                 join recovery.budget g on g.bureau = c.bureau and g.id = c.budget
                where a.kind = 'APPROVE' and c.basis <> 'OWED'
                  and not exists (select from recovery.approval p
                                   where p.bureau = c.bureau and p.compensation = c.id and p.need = 'BUDGET')
                  and not exists (select from recovery.run r
                                   where r.bureau = c.bureau and r.id = c.run and r.holder is not null)
                  and (select sum(k.amount) from recovery.balance k
                        where k.bureau = g.bureau and k.dimension = 'BUDGET' and k.key = g.id::text
                          and k.account in ('PROMISED', 'POSTED')) > g.sum)
    $q$ into refused;
    if refused then
        raise exception 'over budget' using errcode = 'check_violation';
    end if;
    return null;
end $$;

