-- A customer who gives up an order that does not come: the day in done is then the one on which they did.
alter table recovery.install add column withdrawn boolean not null default false check (not withdrawn or done is not null);
alter table recovery.install_wish add column withdrawn boolean not null default false;
