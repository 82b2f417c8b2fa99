-- Links that have long been good for nothing are deleted, the oldest first.
create index answer_link_made on recovery.answer_link (bureau, made_at);
