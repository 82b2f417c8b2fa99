create schema outlet;

-- A promise to customers: which limit is meant, since when it is made in public, and since when no longer.
create table outlet.promise (
    bureau         int not null,
    id             uuid not null,
    code           text not null,
    subject_kind   text not null,
    clock          text not null,
    rule           text not null,
    published_from date,
    withdrawn_on   date,
    withdrawn_why  text check ((withdrawn_why is null) = (withdrawn_on is null)),
    version        int not null default 1,
    primary key (bureau, id),
    unique (bureau, code)
);
create index promise_open on outlet.promise (bureau, code) where withdrawn_on is null;

-- What it says and what is aimed at, from a month on; of several that hold, the one written last.
create table outlet.promise_wording (
    bureau     int not null,
    promise    uuid not null,
    seq        int not null,
    from_month date not null check (extract(day from from_month) = 1),
    title_zh   text not null,
    title_en   text not null,
    words_zh   text not null,
    words_en   text not null,
    target     numeric(4, 1) not null check (target > 0 and target <= 100),
    made_by    uuid not null,
    made_at    timestamptz not null,
    primary key (bureau, promise, seq),
    foreign key (bureau, promise) references outlet.promise
);

create function outlet.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'what was promised is not rewritten';
end $$;

create trigger promise_wording_append_only before update or delete on outlet.promise_wording
    for each row execute function outlet.refuse_change();
