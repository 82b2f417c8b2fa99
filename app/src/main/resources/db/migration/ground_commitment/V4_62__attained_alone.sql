-- The figures of months are counted from the index alone, however many clocks there are.
drop index commitment.clock_attained;
create index clock_attained on commitment.clock (bureau, name, rule_code, coalesce(due_at, ended_at), id)
    include (subject_kind, ending, due_at, ended_at)
    where rule_code is not null and (ending <> 'CANCELLED' or late_since is not null);
