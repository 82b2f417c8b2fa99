-- The outages of an exchange by when they were over.
create index outage_of_exchange on fault.outage (bureau, exchange, ended_at);
