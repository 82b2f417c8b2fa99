-- Customers by what they have in an account, without reading the others.
create index balance_by_sum on recovery.balance (bureau, account, period, amount, key)
    where dimension = 'CUSTOMER' and amount > 0;
