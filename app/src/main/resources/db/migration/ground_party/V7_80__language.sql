-- In which language the product writes to a customer; null while they said nothing.
alter table party.customer add column language text check (language in ('zh-CN', 'en'));
