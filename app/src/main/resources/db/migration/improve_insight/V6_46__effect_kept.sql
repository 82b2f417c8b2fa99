-- Cost and what was kept are of the same cases, compared within the type of failure.
create table insight.effect_kept (
    bureau  int not null,
    side    text not null check (side in ('GIVEN', 'NOTHING')),
    type    text not null,
    segment text not null,
    tenure  smallint not null,
    band    smallint not null,
    n       bigint not null,
    stayed  bigint not null,
    -- Of how many it is known what they pay, and what these pay a month together.
    paying  bigint not null,
    monthly numeric(20, 3) not null,
    cost    numeric(20, 3) not null,
    primary key (bureau, side, type, segment, tenure, band)
);
alter table insight.effect_cell drop column monthly;
update insight.effect_reckoned set at = null, dirty = true;
