-- The cases behind a line of the league, and customers who are like each other.
create index effect_case_of_type on insight.effect_case (bureau, coalesce(type, ''), failed_on desc, ticket desc)
    where counts and closed;
create index effect_customer_alike on insight.effect_customer (bureau, segment, band, customer);
