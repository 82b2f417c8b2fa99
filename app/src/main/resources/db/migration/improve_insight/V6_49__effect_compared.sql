-- A customer who was asked to compare several times counted as several: figures are reckoned anew.
delete from insight.effect_score;
update insight.effect_reckoned set at = null, dirty = true;
