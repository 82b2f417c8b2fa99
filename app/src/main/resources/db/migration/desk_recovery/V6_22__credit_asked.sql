-- Who was asked for the approval that a run waits for.
alter table recovery.credit_run add column asked uuid;
