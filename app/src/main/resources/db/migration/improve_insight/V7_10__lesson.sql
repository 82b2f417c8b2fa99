-- Which units must learn from a failure, and what they did with it. Asked once for each action and unit.
create table insight.lesson (
    bureau     int not null,
    action     uuid not null,
    unit       uuid not null,
    asked_by   uuid not null,
    asked_at   timestamptz not null,
    learned_by uuid,
    learned_at timestamptz,
    how        text,
    primary key (bureau, action, unit),
    foreign key (bureau, action) references insight.action,
    check ((learned_by is null) = (learned_at is null) and (learned_at is null) = (how is null)),
    check (how is null or btrim(how) <> '')
);
