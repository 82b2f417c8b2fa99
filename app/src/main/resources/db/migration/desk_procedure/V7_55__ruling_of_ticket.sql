-- Every decision about where a ticket belongs, also those that were made, so that what stands in them can be covered.
create index ruling_of_ticket on procedure.ruling (bureau, ticket);
