-- Running clocks by the rule that limits them, counted and found by the limit that they go by.
create index clock_by_rule on commitment.clock (bureau, rule_code, id) include (amount, unit)
    where ending = 'OPEN' and rule_code is not null;
