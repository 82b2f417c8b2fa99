-- By which calendar a department or outlet works, and those below it that have none of their own.
create table commitment.calendar_of_unit (
    bureau   int not null,
    unit     uuid not null,
    calendar text not null,
    primary key (bureau, unit),
    foreign key (bureau, calendar) references commitment.calendar
);
