-- What customers were to the house, version by version: one is compared with those who were like them before the failure, not
-- with those who are like what the failure made of them. What was known before is the first that is known.
create table insight.effect_standing (
    bureau   int not null,
    customer uuid not null,
    version  int not null,
    known_on date not null,
    segment  text not null,
    band     smallint not null,
    monthly  numeric(13, 3),
    primary key (bureau, customer, version)
);
insert into insight.effect_standing (bureau, customer, version, known_on, segment, band, monthly)
select bureau, customer, version, current_date, segment, band, monthly from insight.effect_customer where version > 0;

delete from insight.effect_cell;
delete from insight.effect_people;
update insight.effect_reckoned set at = null, dirty = true;
