-- A declaration stays: it may be ended once, and another one begins anew. So it can be told whose account one was at any time.
alter table recovery.kin drop constraint kin_pkey;
alter table recovery.kin add column id uuid not null default gen_random_uuid();
alter table recovery.kin add primary key (bureau, id);
create unique index kin_in_force on recovery.kin (bureau, staff, customer) where withdrawn_at is null;
create index kin_of on recovery.kin (bureau, staff, customer);
drop index recovery.kin_customer;
create index kin_customer on recovery.kin (bureau, customer);

create function recovery.refuse_all_but_end() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.withdrawn_at is not null or to_jsonb(new) - 'withdrawn_at' <> to_jsonb(old) - 'withdrawn_at' then
        raise exception 'a declaration stays; it is only ended';
    end if;
    return new;
end $$;

create trigger kin_stays before update or delete on recovery.kin
    for each row execute function recovery.refuse_all_but_end();

-- A declaration that was in force at any time since the proposal bars, whether it was withdrawn since or not.
create or replace function recovery.refuse_decided() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        raise exception 'an approval stays';
    end if;
    if tg_op = 'UPDATE' and old.verdict is not null
       and (to_jsonb(new) - 'why' <> to_jsonb(old) - 'why' or position('▇▇▇' in new.why) = 0) then
        raise exception 'a decision stays as it was made';
    end if;
    if new.decided_by is not null and (tg_op = 'INSERT' or old.decided_by is null)
       and exists (select from recovery.compensation c
                     join recovery.kin k on k.bureau = c.bureau and k.customer = c.customer
                    where c.bureau = new.bureau and c.id = new.compensation
                      and k.staff = new.decided_by and (k.withdrawn_at is null or k.withdrawn_at > c.proposed_at)) then
        raise exception 'nobody decides for their own account or their family''s' using errcode = 'check_violation';
    end if;
    return new;
end $$;
