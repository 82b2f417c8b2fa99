-- How many messages have come, and how many of them the figures in place have seen: what came while figures were being reckoned that
-- never got whole is reckoned by the next ones. When reckoning last began says how long to rest after one that failed.
alter table insight.effect_reckoned add column changes bigint not null default 0;
alter table insight.effect_reckoned add column counted bigint not null default 0;
alter table insight.effect_reckoned add column begun timestamptz;
update insight.effect_reckoned set changes = 1 where dirty;
alter table insight.effect_reckoned drop column dirty;

-- Answers of those who were asked to compare are listed without reading those of cases.
create index effect_answer_compared on insight.effect_answer (bureau, customer) where ticket is null;
