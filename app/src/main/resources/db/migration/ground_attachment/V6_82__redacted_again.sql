-- A file that was blacked out cannot be read any more: the same one may be added anew.
alter table attachment.attachment drop constraint attachment_bureau_subject_kind_subject_sha256_key;
create unique index attachment_same on attachment.attachment (bureau, subject_kind, subject, sha256)
    where redacted_at is null;
