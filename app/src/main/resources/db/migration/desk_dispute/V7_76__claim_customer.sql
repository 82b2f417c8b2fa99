-- Whose bill it is, so that what was decided for a customer is found without reading their items.
alter table dispute.claim add column customer uuid;
update dispute.claim c set customer = b.customer
  from dispute.item i join dispute.bill b on b.bureau = i.bureau and b.id = i.bill
 where i.bureau = c.bureau and i.id = c.item;
alter table dispute.claim alter column customer set not null;
create index claim_granted on dispute.claim (bureau, customer, decided_at) where state = 'CUSTOMER';
