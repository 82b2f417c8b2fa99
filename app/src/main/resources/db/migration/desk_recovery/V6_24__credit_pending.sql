-- A share whose customer has another compensation that waits for a yes, and one where that yes was refused afterwards.
alter table recovery.credit_share drop constraint credit_share_why_check;
alter table recovery.credit_share add constraint credit_share_why_check
    check (why in ('COMPENSATED', 'PENDING', 'REFUSED', 'NO_RENT', 'CURRENCY'));
