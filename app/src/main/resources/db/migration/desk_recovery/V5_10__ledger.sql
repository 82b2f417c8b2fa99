-- The book of a bureau: its currency, and the row that whoever writes in it holds, one at a time.
create table recovery.book (
    bureau   int not null,
    currency text not null,
    primary key (bureau),
    unique (bureau, currency)
);

-- Money for a period and a unit; without one for the whole bureau.
create table recovery.budget (
    bureau    int not null,
    id        uuid not null,
    unit      uuid,
    span      text not null check (span in ('MONTH', 'QUARTER', 'YEAR')),
    first_day date not null,
    end_day   date not null,
    sum       numeric(13, 2) not null check (sum >= 0),
    currency  text not null,
    holder    uuid not null,
    version   int not null default 1,
    set_by    uuid not null,
    set_at    timestamptz not null,
    primary key (bureau, id),
    foreign key (bureau, currency) references recovery.book (bureau, currency),
    check (first_day < end_day)
);
create index budget_period on recovery.budget (bureau, first_day desc, id);

create function recovery.refuse_overlap() returns trigger language plpgsql as $$
begin
    if exists (select from recovery.budget b
                where b.bureau = new.bureau and b.id <> new.id and b.unit is not distinct from new.unit
                  and b.first_day < new.end_day and new.first_day < b.end_day) then
        raise exception 'a unit has one budget for a day' using errcode = 'exclusion_violation';
    end if;
    return new;
end $$;

create trigger budget_alone before insert or update on recovery.budget
    for each row execute function recovery.refuse_overlap();

-- A run over many customers, approved as a whole by two people.
create table recovery.run (
    bureau      int not null,
    id          uuid not null,
    approved_by uuid not null,
    seconded_by uuid not null,
    -- The holder of the budget, where the run goes over it.
    holder      uuid,
    promised_at timestamptz not null,
    primary key (bureau, id),
    check (approved_by <> seconded_by),
    check (holder <> approved_by and holder <> seconded_by)
);

-- A compensation. account is where its sum stands; it follows the entries and cannot be written otherwise.
create table recovery.compensation (
    bureau       int not null,
    id           uuid not null,
    key          text not null,
    basis        text not null check (basis in ('GOODWILL', 'OWED', 'RUN')),
    ticket       uuid,
    customer     uuid,
    unit         uuid not null,
    type         text not null,
    -- The identity of what failed, where it has one besides its ticket, e.g. of an outage.
    failure      uuid,
    failure_type text,
    run          uuid check ((run is not null) = (basis = 'RUN')),
    giver        uuid not null,
    amount       numeric(11, 2) not null check (amount > 0),
    currency     text not null,
    -- The day on which it was proposed, where the bureau is: what year, month and day its limits and budget are those of.
    day          date not null,
    budget       uuid,
    proposed_at  timestamptz not null,
    account      text not null default 'ALLOWANCE'
        check (account in ('ALLOWANCE', 'PENDING', 'PROMISED', 'POSTED', 'REVERSED', 'REFUSED')),
    version      int not null default 0,
    primary key (bureau, id),
    unique (bureau, key),
    unique (bureau, id, amount),
    unique (bureau, id, giver),
    foreign key (bureau, currency) references recovery.book (bureau, currency),
    foreign key (bureau, budget) references recovery.budget,
    foreign key (bureau, run) references recovery.run
);
create index compensation_day on recovery.compensation (bureau, day desc, id desc);
create index compensation_ticket on recovery.compensation (bureau, ticket);
create index compensation_customer on recovery.compensation (bureau, customer, day desc, id desc);
create index compensation_giver on recovery.compensation (bureau, giver, day desc, id desc);
create index compensation_budget on recovery.compensation (bureau, budget, day desc, id desc) where budget is not null;
create index compensation_type on recovery.compensation (bureau, type, day desc, id desc);
create index compensation_run on recovery.compensation (bureau, run, id) where run is not null;
create index compensation_open on recovery.compensation (bureau, proposed_at, id) where account in ('PENDING', 'PROMISED');
-- The same failure is not compensated twice, through whatever channel.
create unique index compensation_once on recovery.compensation (bureau, failure, customer)
    where failure is not null and customer is not null and account in ('PENDING', 'PROMISED', 'POSTED');

-- What happened to it: once each. Every step moves the whole sum from one account to another.
create table recovery.entry (
    bureau       int not null,
    id           uuid not null,
    compensation uuid not null,
    kind         text not null,
    source       text not null,
    target       text not null,
    amount       numeric(11, 2) not null,
    why          text not null,
    entered_by   uuid not null,
    entered_at   timestamptz not null,
    primary key (bureau, id),
    unique (bureau, compensation, kind),
    foreign key (bureau, compensation, amount) references recovery.compensation (bureau, id, amount),
    check ((kind, source, target) in (
        ('PROPOSE', 'ALLOWANCE', 'PENDING'),
        ('APPROVE', 'PENDING', 'PROMISED'),
        ('REFUSE', 'PENDING', 'REFUSED'),
        ('POST', 'PROMISED', 'POSTED'),
        ('REVERSE', 'PROMISED', 'REVERSED'),
        ('REVERSE', 'POSTED', 'REVERSED')))
);

-- The two sides of an entry; a debit is positive. Written with their entry and by nothing else.
create table recovery.line (
    bureau  int not null,
    entry   uuid not null,
    seq     smallint not null check (seq in (1, 2)),
    account text not null,
    amount  numeric(11, 2) not null check (amount <> 0 and (amount > 0) = (seq = 1)),
    primary key (bureau, entry, seq),
    foreign key (bureau, entry) references recovery.entry
);

-- Kept sums: of a customer by year, a budget and a type by month, an agent by day. They follow the lines.
create table recovery.balance (
    bureau    int not null,
    dimension text not null check (dimension in ('CUSTOMER', 'BUDGET', 'TYPE', 'AGENT')),
    key       text not null,
    period    date not null,
    account   text not null,
    amount    numeric(15, 2) not null,
    cases     int not null,
    primary key (bureau, dimension, key, period, account)
);
create index balance_period on recovery.balance (bureau, dimension, period desc, key);

-- Who may promise it. One step at a time is open; nobody decides twice, and the giver only within their own limits.
create table recovery.approval (
    bureau       int not null,
    compensation uuid not null,
    step         smallint not null,
    need         text not null check (need in ('OWN', 'REVIEW', 'AUTHORITY', 'BUDGET')),
    giver        uuid not null,
    asked        uuid,
    asked_at     timestamptz not null,
    verdict      text check (verdict in ('YES', 'NO', 'WITHDRAWN')),
    decided_by   uuid,
    decided_at   timestamptz check ((decided_at is null) = (verdict is null)),
    decided_on   date check ((decided_on is null) = (verdict is null)),
    why          text not null default '',
    primary key (bureau, compensation, step),
    unique (bureau, compensation, decided_by),
    foreign key (bureau, compensation, giver) references recovery.compensation (bureau, id, giver),
    check ((decided_by is null) = (verdict is null or verdict = 'WITHDRAWN')),
    check (decided_by is null or (decided_by = giver) = (need = 'OWN')),
    check (need <> 'OWN' or verdict = 'YES')
);
create unique index approval_open on recovery.approval (bureau, compensation) where verdict is null;
create index approval_waiting on recovery.approval (bureau, asked_at, compensation) where verdict is null;
create index approval_day on recovery.approval (bureau, decided_by, decided_on) where verdict = 'YES';

-- Customers' accounts that are a member of staff's own or of their family, as they declare them.
create table recovery.kin (
    bureau       int not null,
    staff        uuid not null,
    customer     uuid not null,
    relation     text not null check (relation in ('OWN', 'FAMILY')),
    declared_at  timestamptz not null,
    withdrawn_at timestamptz,
    primary key (bureau, staff, customer)
);
create index kin_customer on recovery.kin (bureau, customer) where withdrawn_at is null;

-- Rows of the ledger stay; words in them may be covered where they speak of a customer, and nothing else of a row changes.
create function recovery.refuse_all_but_cover() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or to_jsonb(new) - 'why' <> to_jsonb(old) - 'why' or position('▇▇▇' in new.why) = 0 then
        raise exception 'the ledger is append-only';
    end if;
    return new;
end $$;

create function recovery.refuse_by_hand() returns trigger language plpgsql as $$
begin
    if tg_op <> 'DELETE' and pg_trigger_depth() > 1 then
        return new;
    end if;
    raise exception '% follows the entries of the ledger and is written by nothing else', tg_table_name;
end $$;

create trigger entry_append_only before update or delete on recovery.entry
    for each row execute function recovery.refuse_all_but_cover();
create trigger line_append_only before insert or update or delete on recovery.line
    for each row execute function recovery.refuse_by_hand();
create trigger balance_by_entries before insert or update or delete on recovery.balance
    for each row execute function recovery.refuse_by_hand();
create trigger compensation_by_entries before update or delete on recovery.compensation
    for each row execute function recovery.refuse_by_hand();

create function recovery.refuse_decided() returns trigger language plpgsql as $$
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
                      and k.staff = new.decided_by and k.withdrawn_at is null) then
        raise exception 'nobody decides for their own account or their family''s' using errcode = 'check_violation';
    end if;
    return new;
end $$;

create trigger approval_stays before insert or update or delete on recovery.approval
    for each row execute function recovery.refuse_decided();

-- Its statements are planned anew each time: a plan that was kept from one entry takes minutes for a run of thousands.
create function recovery.enter() returns trigger language plpgsql as $$
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

create trigger entry_moves after insert on recovery.entry
    referencing new table as added for each statement execute function recovery.enter();

create function recovery.refuse_unentered() returns trigger language plpgsql as $$
begin
    if exists (select from recovery.compensation c
                where c.bureau = new.bureau and c.id = new.id and c.account = 'ALLOWANCE') then
        raise exception 'a compensation begins with an entry';
    end if;
    return null;
end $$;

create constraint trigger compensation_entered after insert on recovery.compensation
    deferrable initially deferred for each row execute function recovery.refuse_unentered();
