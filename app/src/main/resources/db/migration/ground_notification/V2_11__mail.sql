-- Every mail that came in, once. What is not finished keeps its bytes, so that nothing is lost and a person can go on.
create table notification.mail (
    bureau       int not null,
    id           uuid not null,
    message_id   text not null,
    from_address text not null,
    subject      text not null,
    arrived_at   timestamptz not null,
    state        text not null,
    nature       text not null,
    fault        text,
    detail       text,
    raw          bytea,
    primary key (bureau, id),
    -- The same mail twice is one mail.
    unique (bureau, message_id)
);
create index mail_state on notification.mail (bureau, state, id);
create index mail_sender on notification.mail (bureau, from_address, arrived_at);

-- How far a mailbox has been read.
create table notification.mailbox (
    bureau   int not null,
    name     text not null,
    validity bigint not null,
    last_uid bigint not null,
    primary key (bureau, name)
);
