-- Tickets that were joined after each had been compensated are looked at as well.
alter table recovery.pattern drop constraint pattern_kind_check;
alter table recovery.pattern add constraint pattern_kind_check
    check (kind in ('BELOW_LIMIT', 'SAME_CONTACT', 'SPLIT', 'AGAIN', 'JOINED'));
