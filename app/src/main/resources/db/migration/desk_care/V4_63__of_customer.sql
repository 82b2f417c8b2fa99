-- Everything of one customer, whether they still report or not.
create index member_customer on care.member (bureau, customer);
create index report_customer on care.report (bureau, customer);
