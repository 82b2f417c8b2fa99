-- What customers say besides the service as a whole: effort, staying, recommending, complaining elsewhere. Of answers that came
-- before it was kept it is not known.
alter table insight.effect_answer drop column bad;
alter table insight.effect_answer add column effort smallint;
alter table insight.effect_answer add column stay smallint;
alter table insight.effect_answer add column elsewhere boolean;

alter table insight.effect_score drop constraint effect_score_measure_check;
alter table insight.effect_score add constraint effect_score_measure_check check (measure in
    ('RECOVERY', 'SERVICE', 'EFFORT', 'STAY', 'RECOMMEND', 'ELSEWHERE', 'UPSET_BEFORE', 'BAD_AFTER'));
delete from insight.effect_score;
update insight.effect_reckoned set at = null, dirty = true;
