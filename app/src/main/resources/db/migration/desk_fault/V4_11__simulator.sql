-- What is wrong with the lines of the simulator.
create table fault.defect (
    bureau int not null,
    line   uuid not null,
    kind   text not null,
    metres int not null,
    value  int not null,
    primary key (bureau, line),
    foreign key (bureau, line) references fault.line
);
