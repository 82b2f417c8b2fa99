-- A repair also ends where the customer could not be asked whether it works. Whether one is open was worked out by the column
-- itself, which cannot be taught a further state without writing the whole table anew: a trigger does so from now on.
alter table fault.fault alter column open drop expression;

create function fault.keep_open() returns trigger language plpgsql as $$
begin
    new.open := new.state not in ('CONFIRMED', 'UNREACHED', 'WITHDRAWN');
    return new;
end $$;

create trigger fault_open before insert or update on fault.fault
    for each row execute function fault.keep_open();

alter table fault.fault drop constraint fault_state_check;
alter table fault.fault add constraint fault_state_check
    check (state in ('SENT', 'ACCEPTED', 'ON_SITE', 'RESTORED', 'NOT_RESTORED', 'CONFIRMED', 'UNREACHED', 'WITHDRAWN')) not valid;
alter table fault.fault add constraint fault_unreached_check
    check (state <> 'UNREACHED' or restored_at is not null and cause is not null) not valid;
alter table fault.fault validate constraint fault_state_check;
alter table fault.fault validate constraint fault_unreached_check;
