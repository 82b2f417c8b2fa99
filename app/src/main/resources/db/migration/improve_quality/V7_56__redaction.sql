-- Meetings by when they were over: what was said in them before a customer came cannot speak of that customer.
create index review_closed on quality.review (bureau, closed_at) where state = 'CLOSED';
create index review_held on quality.review (bureau, week) where state <> 'CLOSED';
-- Every contact with a customer, whether hard or not, for the supervisor's words that it brought.
create index contact_fact_of on quality.contact_fact (bureau, customer) where customer is not null;
drop index quality.contact_fact_customer;
-- Every time that a place or a type was hot, also those that are over.
create index hot_of on quality.hot (bureau, place, type);
