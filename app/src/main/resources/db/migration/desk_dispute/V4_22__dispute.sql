create schema dispute;

-- Bills as they were issued, and what was credited on them for items of earlier ones.
create table dispute.bill (
    bureau    int not null,
    id        uuid not null,
    customer  uuid not null,
    number    text not null,
    month     date not null check (extract(day from month) = 1),
    currency  text not null,
    issued_on date not null,
    primary key (bureau, id),
    unique (bureau, number)
);
create index bill_customer on dispute.bill (bureau, customer, month desc, id desc);

-- Its items. source is the item's identity where it was rated: it is billed once. held and adjusted follow the lines.
create table dispute.item (
    bureau    int not null,
    id        uuid not null,
    bill      uuid not null,
    place     int not null,
    source    text not null,
    at        timestamptz not null,
    kind      text not null,
    what      text not null,
    called    text,
    seconds   int check (seconds >= 0),
    kilobytes bigint check (kilobytes >= 0),
    sum       numeric(11, 2) not null check (sum > 0),
    held      numeric(11, 2) not null default 0,
    adjusted  numeric(11, 2) not null default 0,
    primary key (bureau, id),
    unique (bureau, bill, place),
    unique (bureau, source),
    foreign key (bureau, bill) references dispute.bill,
    check (held >= 0 and adjusted >= 0 and held + adjusted <= sum)
);

-- What was posted. Only what is no reversal can be reversed, on its own item, with its own sum, once.
create table dispute.posting (
    bureau         int not null,
    id             uuid not null,
    key            text not null,
    kind           text not null check (kind in ('HOLD', 'RELEASE', 'ADJUST', 'REVERSE')),
    item           uuid not null,
    amount         numeric(11, 2) not null check (amount > 0),
    reverses       uuid check ((reverses is not null) = (kind = 'REVERSE')),
    posted_by      uuid not null,
    posted_at      timestamptz not null,
    given          boolean generated always as (reverses is null) stored,
    reverses_given boolean generated always as (true) stored,
    primary key (bureau, id),
    unique (bureau, key),
    unique (bureau, reverses),
    unique (bureau, item, id, amount, given),
    foreign key (bureau, item) references dispute.item,
    foreign key (bureau, item, reverses, amount, reverses_given)
        references dispute.posting (bureau, item, id, amount, given)
);
create index posting_item on dispute.posting (bureau, item, posted_at, id);

-- Two lines a posting, which add up to nothing. A debit is positive.
create table dispute.line (
    bureau  int not null,
    posting uuid not null,
    seq     smallint not null check (seq in (1, 2)),
    account text not null check (account in ('RECEIVABLE', 'DISPUTED', 'ADJUSTMENT')),
    amount  numeric(11, 2) not null check (amount <> 0),
    primary key (bureau, posting, seq),
    foreign key (bureau, posting) references dispute.posting
);

-- An adjustment, and what reversed it, is taken into one later bill.
create table dispute.credit (
    bureau  int not null,
    posting uuid not null,
    bill    uuid not null,
    amount  numeric(11, 2) not null,
    primary key (bureau, posting),
    foreign key (bureau, posting) references dispute.posting,
    foreign key (bureau, bill) references dispute.bill
);
create index credit_bill on dispute.credit (bureau, bill);

create function dispute.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the ledger is append-only';
end $$;

create trigger posting_append_only before update or delete on dispute.posting
    for each row execute function dispute.refuse_change();
create trigger line_append_only before update or delete on dispute.line
    for each row execute function dispute.refuse_change();
create trigger credit_append_only before update or delete on dispute.credit
    for each row execute function dispute.refuse_change();

-- An item changes by lines alone.
create function dispute.refuse_item_change() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or pg_trigger_depth() < 2 then
        raise exception 'an item changes by lines of the ledger alone';
    end if;
    return new;
end $$;

create trigger item_by_lines before update or delete on dispute.item
    for each row execute function dispute.refuse_item_change();

create function dispute.keep_item() returns trigger language plpgsql as $$
begin
    if new.account = 'DISPUTED' then
        update dispute.item i set held = held + new.amount
          from dispute.posting p
         where p.bureau = new.bureau and p.id = new.posting and i.bureau = new.bureau and i.id = p.item;
    elsif new.account = 'ADJUSTMENT' then
        update dispute.item i set adjusted = adjusted + new.amount
          from dispute.posting p
         where p.bureau = new.bureau and p.id = new.posting and i.bureau = new.bureau and i.id = p.item
           and (new.amount < 0 or i.adjusted = 0);
        if not found then
            raise exception 'the item is adjusted already' using errcode = 'unique_violation';
        end if;
    end if;
    return null;
end $$;

create trigger line_keeps_item after insert on dispute.line
    for each row execute function dispute.keep_item();

create function dispute.refuse_unbalanced() returns trigger language plpgsql as $$
begin
    if (select count(*) <> 2 or sum(l.amount) <> 0 or max(l.amount) <> new.amount
          from dispute.line l where l.bureau = new.bureau and l.posting = new.id) then
        raise exception 'a posting has two lines that balance';
    end if;
    return null;
end $$;

create constraint trigger posting_balanced after insert on dispute.posting
    deferrable initially deferred for each row execute function dispute.refuse_unbalanced();

-- An item that a customer does not accept.
create table dispute.claim (
    bureau     int not null,
    id         uuid not null,
    ticket     uuid not null,
    item       uuid not null,
    reason     text not null,
    words      text not null,
    sum        numeric(11, 2) not null check (sum > 0),
    currency   text not null,
    -- The last day on which records of it had to be kept, and whether the complaint came later.
    kept_until date not null,
    late       boolean not null,
    opened_by  uuid not null,
    opened_at  timestamptz not null,
    due_at     timestamptz not null,
    proved_at  timestamptz,
    state      text not null check (state in ('OPEN', 'OPERATOR', 'CUSTOMER', 'WITHDRAWN')),
    granted    numeric(11, 2) check ((granted is not null) = (state = 'CUSTOMER')),
    why        text check ((why is null) = (state = 'OPEN')),
    decided_by uuid check ((decided_by is null) = (state = 'OPEN')),
    decided_at timestamptz check ((decided_at is null) = (state = 'OPEN')),
    -- Whether the limit decided it.
    itself     boolean not null default false,
    adjustment uuid check ((adjustment is not null) = (state = 'CUSTOMER')),
    version    int not null default 1,
    primary key (bureau, id),
    foreign key (bureau, item) references dispute.item,
    check (granted > 0 and granted <= sum),
    -- The burden of proof is the operator's, and theft is never the customer's to pay.
    check (state <> 'OPERATOR' or (proved_at is not null or late) and reason <> 'THEFT'),
    check (state <> 'CUSTOMER' or granted = sum or (proved_at is not null or late) and reason <> 'THEFT')
);
create unique index claim_open on dispute.claim (bureau, item) where state = 'OPEN';
create index claim_ticket on dispute.claim (bureau, ticket, opened_at, id);
create index claim_due on dispute.claim (bureau, due_at, id) where state = 'OPEN';
create index claim_unproved on dispute.claim (bureau, due_at, id) where state = 'OPEN' and proved_at is null and not late;

-- What the operator brings forward.
create table dispute.evidence (
    bureau    int not null,
    claim     uuid not null,
    seq       int not null,
    kind      text not null,
    words     text not null,
    reference text not null,
    given_by  uuid not null,
    given_at  timestamptz not null,
    primary key (bureau, claim, seq),
    foreign key (bureau, claim) references dispute.claim
);

create table dispute.claim_event (
    bureau int not null,
    claim  uuid not null,
    seq    int not null,
    what   text not null,
    words  text not null,
    by     uuid not null,
    at     timestamptz not null,
    primary key (bureau, claim, seq),
    foreign key (bureau, claim) references dispute.claim
);

create trigger evidence_append_only before update or delete on dispute.evidence
    for each row execute function dispute.refuse_change();
create trigger claim_event_append_only before update or delete on dispute.claim_event
    for each row execute function dispute.refuse_change();
