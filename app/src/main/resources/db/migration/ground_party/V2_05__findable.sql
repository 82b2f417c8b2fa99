-- What a customer is found by: every part of a number, name, address, pinyin. Terms are pairs of Chinese characters and
-- triples of everything else, compared with the text afterwards.
create table party.findable (
    bureau   int not null,
    customer uuid not null,
    at       timestamptz not null,
    plain    text not null,
    terms    tsvector not null,
    primary key (bureau, customer),
    foreign key (bureau, customer) references party.customer
);
create index findable_terms on party.findable using gin (bureau, terms);

-- Customers from before, whom a job makes findable. Pinyin is not known to the database.
create table party.unfindable (
    bureau   int not null,
    customer uuid not null,
    primary key (bureau, customer)
);
insert into party.unfindable (bureau, customer) select bureau, id from party.customer;
