-- What waits for an address, to be taken back when its owner does not want to be written to any more.
create index message_to_address on notification.message (bureau, channel, address) where state in ('WAITING', 'HELD');
