-- A matter that is opened again begins a new ring; the earlier ones stay as they ended.
alter table recovery.reaction add column round int not null default 0;
-- When it was opened again; null for the first ring.
alter table recovery.reaction add column round_at timestamptz;

alter table recovery.reaction_step add column round int not null default 0;
alter table recovery.reaction_step drop constraint reaction_step_pkey;
alter table recovery.reaction_step add primary key (bureau, ticket, round, step);
