-- Days on which a service problem hit customers, whether they said so or not.
create table insight.effect_hit (
    bureau   int not null,
    customer uuid not null,
    hit_on   date not null,
    primary key (bureau, customer, hit_on)
);

-- What a run of credits gave comes when the problem is over, often after the ticket was closed.
alter table insight.effect_remedy add column by_run boolean not null default false;
create index effect_remedy_run on insight.effect_remedy (bureau, ticket) where by_run;
