-- Words of what happened may be covered where they speak of a customer, and nothing else of it changes.
create or replace function appeal.refuse_change() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or to_jsonb(new) - 'words' <> to_jsonb(old) - 'words' or position('▇▇▇' in new.words) = 0 then
        raise exception 'what happened to an appeal is append-only';
    end if;
    return new;
end $$;
