-- What is adjusted on an item is not credited on a later bill as well: it would relieve the customer twice.
drop table dispute.credit;

-- The claims of a customer's items.
create index claim_item on dispute.claim (bureau, item);

-- Words of what happened may be covered where they speak of a customer, and nothing else of it changes.
create function dispute.refuse_all_but_cover() returns trigger language plpgsql as $$
declare
    texts constant text[] := array['words', 'reference'];
    after constant jsonb := to_jsonb(new);
begin
    if tg_op = 'DELETE' or after - texts <> to_jsonb(old) - texts
       or position('▇▇▇' in concat(after ->> 'words', after ->> 'reference')) = 0 then
        raise exception 'the ledger is append-only';
    end if;
    return new;
end $$;

drop trigger evidence_append_only on dispute.evidence;
drop trigger claim_event_append_only on dispute.claim_event;
create trigger evidence_append_only before update or delete on dispute.evidence
    for each row execute function dispute.refuse_all_but_cover();
create trigger claim_event_append_only before update or delete on dispute.claim_event
    for each row execute function dispute.refuse_all_but_cover();
