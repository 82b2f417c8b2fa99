-- The lines that an outage hit, as it was declared.
create table fault.outage_line (
    bureau int not null,
    outage uuid not null,
    line   uuid not null,
    primary key (bureau, outage, line),
    foreign key (bureau, outage) references fault.outage,
    foreign key (bureau, line) references fault.line
);
insert into fault.outage_line (bureau, outage, line)
select o.bureau, o.id, l.id from fault.outage o join fault.line l on l.bureau = o.bureau and l.exchange = o.exchange;

create index line_exchange on fault.line (bureau, exchange, id);
create index outage_over on fault.outage (bureau, ended_at desc, id desc) where ended_at is not null;
