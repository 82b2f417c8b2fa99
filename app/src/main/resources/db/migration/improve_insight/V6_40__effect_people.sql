-- How many customers stand behind the cases of a side, and behind those who are like them, however many months they are counted in.
create table insight.effect_people (
    bureau int not null,
    side   text not null check (side in ('GIVEN', 'NOTHING', 'AGAIN_GIVEN', 'AGAIN_NOTHING')),
    days   smallint not null,
    cases  bigint not null,
    alike  bigint not null,
    primary key (bureau, side, days)
);

-- The intervals took every month of a similar customer for another customer: figures are reckoned anew.
delete from insight.effect_cell;
update insight.effect_reckoned set at = null, dirty = true;
