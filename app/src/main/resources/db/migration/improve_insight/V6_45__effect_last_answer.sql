-- A matter that was asked about twice counted twice, and in the league with its better mark: figures are reckoned anew.
delete from insight.effect_score;
delete from insight.effect_league;
update insight.effect_reckoned set at = null, dirty = true;
