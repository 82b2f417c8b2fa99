-- What was found when all kept sums of a bureau were last held against the lines.
create table recovery.drift (
    bureau    int not null,
    found     bigint not null check (found >= 0),
    looked_at timestamptz not null,
    primary key (bureau)
);
