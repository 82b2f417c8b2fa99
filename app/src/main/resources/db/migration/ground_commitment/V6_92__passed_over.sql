-- The rungs below that were passed over because nobody holds their posts, the lowest first; null where none was.
alter table commitment.escalation add column passed text[];
