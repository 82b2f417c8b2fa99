-- What is installed: a closed list, so that nothing of a customer stands in it.
alter table recovery.install add column what text not null default 'OTHER'
    check (what in ('FIXED', 'BROADBAND', 'TV', 'LEASED_LINE', 'OTHER'));
