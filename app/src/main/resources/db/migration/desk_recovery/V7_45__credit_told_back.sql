-- Whoever is noted at all hears that a run is taken back, whatever became of the first letter.
drop index recovery.credit_share_untold_back;
create index credit_share_untold_back on recovery.credit_share (bureau, run, customer)
    where told is not null and told_back is null;
