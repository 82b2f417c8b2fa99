-- What became of the work at each place of a version of a procedure, day by day. A job keeps it; pages add up days.
create table procedure.stage_day (
    bureau    int not null,
    procedure uuid not null,
    number    int not null,
    place     int not null,
    day       date not null,
    done      bigint not null,
    in_time   bigint not null,
    returned  bigint not null,
    refused   bigint not null,
    primary key (bureau, procedure, number, day, place)
);
create index stage_day_when on procedure.stage_day (bureau, day);

-- Until when the bureau's days are reckoned.
create table procedure.stage_reckoned (
    bureau int not null primary key,
    at     timestamptz not null
);
