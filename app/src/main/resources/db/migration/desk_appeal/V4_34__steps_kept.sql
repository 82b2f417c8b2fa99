create function appeal.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'what happened to an appeal is append-only';
end $$;

create trigger appeal_step_kept before update or delete on appeal.appeal_step
    for each row execute function appeal.refuse_change();
create trigger dispatch_step_kept before update or delete on appeal.dispatch_step
    for each row execute function appeal.refuse_change();
