-- By which calendar somebody works whose hours are not those of their unit.
create table commitment.calendar_of_staff (
    bureau   int not null,
    staff    uuid not null,
    calendar text not null,
    primary key (bureau, staff),
    foreign key (bureau, calendar) references commitment.calendar
);
