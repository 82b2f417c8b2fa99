-- Whether a letter about it was lost and has not been sent again; told stays what it says: that the product could write.
alter table fault.breach add column lost boolean not null default false;
