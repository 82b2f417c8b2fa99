-- The note of a remedy may be covered where it speaks of a customer, and nothing else of a row changes.
create function recovery.refuse_all_but_note() returns trigger language plpgsql as $$
declare
    -- What is generated is not there yet; it follows the rest.
    other constant text[] := array['note', 'given', 'reverses_given'];
begin
    if tg_op = 'DELETE' or position('▇▇▇' in new.note) = 0 or to_jsonb(new) - other <> to_jsonb(old) - other then
        raise exception 'a remedy is taken back by a reversal, never changed';
    end if;
    return new;
end $$;

drop trigger remedy_append_only on recovery.remedy;
create trigger remedy_append_only before update or delete on recovery.remedy
    for each row execute function recovery.refuse_all_but_note();

-- The remedies of a ticket, to be shown and to be covered.
create index remedy_ticket on recovery.remedy (bureau, ticket, given_at, id);
