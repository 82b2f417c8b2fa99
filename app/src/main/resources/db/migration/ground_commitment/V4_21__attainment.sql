-- Clocks of a name and rule by when their limit passes, or where they stood still at their end, by when that was.
create index clock_attained on commitment.clock (bureau, name, rule_code, coalesce(due_at, ended_at), id)
    where rule_code is not null and (ending <> 'CANCELLED' or late_since is not null);
