-- When the oldest case was closed that was looked at, where there were more than can be compared; else null.
alter table insight.cluster_look add column since timestamptz;
