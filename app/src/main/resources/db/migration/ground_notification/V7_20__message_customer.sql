-- Whose message it is, for customers may share a number; null for staff, and for what was written before.
alter table notification.message add column customer uuid;
