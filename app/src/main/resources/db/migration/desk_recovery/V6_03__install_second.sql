-- What was last said of a day on which it worked, kept where that is undone: what raises the damages is measured against it.
alter table recovery.install add column said date;
alter table recovery.install add column said_ours boolean;
update recovery.install set said = done, said_ours = ours where done is not null;
alter table recovery.install add check ((said is null) = (said_ours is null));

-- Changes that would raise the damages, by who wished for them: somebody else's like wish makes them.
create table recovery.install_wish (
    bureau    int not null,
    install   uuid not null,
    version   int not null,
    wished_by uuid not null,
    done      date not null,
    ours      boolean not null,
    wished_at timestamptz not null,
    primary key (bureau, install, version, wished_by),
    foreign key (bureau, install) references recovery.install
);
