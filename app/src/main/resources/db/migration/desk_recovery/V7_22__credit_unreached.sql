alter table recovery.credit_share validate constraint credit_share_told_check;
alter table recovery.credit_share validate constraint credit_share_told_back_check;
-- Whom no letter about a run has reached.
create index credit_share_unreached on recovery.credit_share (bureau, run, customer)
    where coalesce(told_back, told) in ('WITHHELD', 'NO_WAY', 'UNDELIVERED');
