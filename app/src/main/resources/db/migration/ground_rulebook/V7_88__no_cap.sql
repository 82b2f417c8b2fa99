-- The law knows no most of the damages for a late installation: the number that the product preset goes, unless a bureau has made
-- it its own.
delete from rulebook.rule where code = 'install.late.cap' and version = 1 and confirm and confirmed_by is null;
