-- Who else is reached by the same number or mailbox.
create index contact_point_given on party.contact_point (bureau, given, customer) where kind in ('PHONE', 'EMAIL');
