-- The lines of a customer.
create index line_customer on fault.line (bureau, customer);
