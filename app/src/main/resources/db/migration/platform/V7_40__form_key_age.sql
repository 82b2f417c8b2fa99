-- Old keys are swept of all bureaus at once.
drop index platform.form_key_age;
create index form_key_age on platform.form_key (made_at);
-- Whether a draft was sent is asked by its key.
create index form_draft_key on platform.form_draft (bureau, key);
