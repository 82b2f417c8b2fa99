-- What stands beside the ledger as evidence is kept like it: who approved a run, what happened to it, the damages as they were
-- entered, and every sum and holder that a budget had. Rows are not changed, and tables are not emptied.
create function recovery.refuse_any_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name;
end $$;

create trigger run_append_only before update or delete on recovery.run
    for each row execute function recovery.refuse_any_change();

-- Words may be covered where they speak of a customer.
create function recovery.refuse_all_but_words() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or to_jsonb(new) - 'words' <> to_jsonb(old) - 'words' or position('▇▇▇' in new.words) = 0 then
        raise exception '% is append-only', tg_table_name;
    end if;
    return new;
end $$;

create trigger credit_step_append_only before update or delete on recovery.credit_step
    for each row execute function recovery.refuse_all_but_words();

create function recovery.refuse_all_but_back() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.taken_back_at is not null
       or to_jsonb(new) - 'taken_back_at' <> to_jsonb(old) - 'taken_back_at' then
        raise exception 'damages stay as they were entered; they are only taken back';
    end if;
    return new;
end $$;

create trigger install_damages_stay before update or delete on recovery.install_damages
    for each row execute function recovery.refuse_all_but_back();

-- Every version of a budget: which sum, whose, by whom and since when.
create table recovery.budget_version (
    bureau  int not null,
    budget  uuid not null,
    version int not null,
    sum     numeric(13, 2) not null,
    holder  uuid not null,
    set_by  uuid not null,
    set_at  timestamptz not null,
    primary key (bureau, budget, version),
    foreign key (bureau, budget) references recovery.budget
);
insert into recovery.budget_version (bureau, budget, version, sum, holder, set_by, set_at)
select bureau, id, version, sum, holder, set_by, set_at from recovery.budget;

create trigger budget_version_append_only before update or delete on recovery.budget_version
    for each row execute function recovery.refuse_any_change();

create function recovery.keep_budget() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or tg_op = 'UPDATE'
       and (new.version <> old.version + 1
            or to_jsonb(new) - array['sum', 'holder', 'version', 'set_by', 'set_at']
               <> to_jsonb(old) - array['sum', 'holder', 'version', 'set_by', 'set_at']) then
        raise exception 'a budget stays; its sum and its holder change with a new version';
    end if;
    insert into recovery.budget_version (bureau, budget, version, sum, holder, set_by, set_at)
    values (new.bureau, new.id, new.version, new.sum, new.holder, new.set_by, new.set_at);
    return null;
end $$;

create trigger budget_kept after insert or update or delete on recovery.budget
    for each row execute function recovery.keep_budget();

create trigger entry_kept before truncate on recovery.entry execute function recovery.refuse_any_change();
create trigger line_kept before truncate on recovery.line execute function recovery.refuse_any_change();
create trigger balance_kept before truncate on recovery.balance execute function recovery.refuse_any_change();
create trigger compensation_kept before truncate on recovery.compensation execute function recovery.refuse_any_change();
create trigger approval_kept before truncate on recovery.approval execute function recovery.refuse_any_change();
create trigger billed_kept before truncate on recovery.billed execute function recovery.refuse_any_change();
create trigger run_kept before truncate on recovery.run execute function recovery.refuse_any_change();
create trigger credit_step_kept before truncate on recovery.credit_step execute function recovery.refuse_any_change();
create trigger install_damages_kept before truncate on recovery.install_damages execute function recovery.refuse_any_change();
create trigger kin_kept before truncate on recovery.kin execute function recovery.refuse_any_change();
create trigger budget_kept_whole before truncate on recovery.budget execute function recovery.refuse_any_change();
create trigger budget_version_kept before truncate on recovery.budget_version execute function recovery.refuse_any_change();
