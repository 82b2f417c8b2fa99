-- What waits for a person, the oldest first: also what could not be read, fetched or taken.
create index mail_to_see_to on notification.mail (bureau, id) where state in ('WAITING', 'DEAD');
