-- What whoever does a step may do otherwise for the customer before them: room for personal treatment, in the bureau's words.
alter table procedure.stage add column discretion text;
