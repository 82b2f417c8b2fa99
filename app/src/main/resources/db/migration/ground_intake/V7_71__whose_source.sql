-- The earlier file whose source this one is only taken to share: nothing is written before a person has said so.
alter table intake.file add column continues uuid;
create index file_source on intake.file (bureau, target, source, received_at desc);
