create schema search;
create extension if not exists btree_gin;

create table search.document (
    bureau int not null,
    kind   text not null,
    id     uuid not null,
    at     timestamptz not null,
    plain  text not null,
    terms  tsvector not null,
    primary key (bureau, kind, id)
);
create index document_terms on search.document using gin (bureau, kind, terms);
create index document_newest on search.document (bureau, kind, at desc, id desc);
