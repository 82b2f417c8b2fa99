-- Letters that somebody prints and posts, the newest first.
create index message_letter on notification.message (bureau, id) where channel = 'LETTER' and state = 'SENT';
