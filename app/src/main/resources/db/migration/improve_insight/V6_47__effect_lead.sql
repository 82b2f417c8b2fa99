-- The topmost ticket to which a failure is joined: the joined tickets of one customer are one failure.
alter table insight.effect_case add column lead uuid;

delete from insight.effect_cell;
delete from insight.effect_people;
delete from insight.effect_kept;
delete from insight.effect_score;
delete from insight.effect_league;
update insight.effect_reckoned set at = null, dirty = true;
