-- Hot matters are found by when they were over: a ticket may have another place or type by now.
drop index quality.hot_of;
