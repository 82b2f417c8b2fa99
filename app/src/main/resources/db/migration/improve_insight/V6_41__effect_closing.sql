-- A case begins to count when it was closed: what was given by then is known, and whoever left before is not there to stay.
alter table insight.effect_case add column closed_at timestamptz;
update insight.effect_case k set closed_at = f.closed_at
  from insight.fact f where f.bureau = k.bureau and f.ticket = k.ticket and k.closed and f.closed_at is not null;

-- Null where it was told before the moment was: then it counts as given by the closing, as before.
alter table insight.effect_remedy add column given_at timestamptz;

delete from insight.effect_cell;
delete from insight.effect_people;
delete from insight.effect_league;
update insight.effect_reckoned set at = null, dirty = true;
