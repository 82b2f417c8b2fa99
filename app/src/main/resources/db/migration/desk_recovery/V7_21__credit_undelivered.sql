-- A letter that was given up or came back. Rows from before obey the narrower check; the next migration says so.
alter table recovery.credit_share drop constraint credit_share_told_check;
alter table recovery.credit_share add constraint credit_share_told_check
    check (told in ('SENT', 'WITHHELD', 'NO_WAY', 'UNDELIVERED')) not valid;
alter table recovery.credit_share drop constraint credit_share_told_back_check;
alter table recovery.credit_share add constraint credit_share_told_back_check
    check (told_back in ('SENT', 'WITHHELD', 'NO_WAY', 'UNDELIVERED')) not valid;
