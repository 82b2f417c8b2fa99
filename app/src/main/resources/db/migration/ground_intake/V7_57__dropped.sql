-- When the bytes of a file and its rejected rows were dropped; what it was and what became of its rows stays.
alter table intake.file add column dropped_at timestamptz;
-- What is still kept, the oldest first.
create index file_kept on intake.file (bureau, received_at, id) where dropped_at is null;
