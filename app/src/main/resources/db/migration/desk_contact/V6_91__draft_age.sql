create index draft_age on contact.draft (bureau, saved_at);
