create schema notification;

-- The wording of an occasion. A version is never changed: what was sent keeps pointing to the one it was made with.
create table notification.template (
    bureau   int not null,
    code     text not null,
    channel  text not null,
    language text not null,
    version  int not null,
    title    text not null,
    body     text not null,
    made_by  uuid not null,
    made_at  timestamptz not null,
    primary key (bureau, code, channel, language, version)
);

-- A message out. What it says is written here once, when it is first delivered; every try sends these same words.
create table notification.message (
    bureau           int not null,
    id               uuid not null,
    subject_kind     text not null,
    subject          uuid not null,
    occasion         text not null,
    mark             text not null,
    link             text not null,
    code             text not null,
    channel          text not null,
    language         text not null,
    address          text not null,
    urgent           boolean not null,
    parameters       jsonb not null,
    made_by          uuid not null,
    made_at          timestamptz not null,
    state            text not null,
    due_at           timestamptz not null,
    tries            int not null default 0,
    template_version int,
    title            text,
    body             text,
    fault            text,
    detail           text,
    sent_at          timestamptz,
    primary key (bureau, id),
    -- The sender's key: the same occasion of the same subject is one message.
    unique (bureau, subject_kind, subject, occasion)
);
create index message_due on notification.message (bureau, channel, due_at, id) where state in ('WAITING', 'HELD');
create index message_state on notification.message (bureau, state, id);

-- Every time a message was handed to a gateway. One without an end was cut short by the death of the process.
create table notification.attempt (
    bureau   int not null,
    message  uuid not null,
    number   int not null,
    begun_at timestamptz not null,
    ended_at timestamptz,
    gateway  text not null,
    receipt  text,
    fault    text,
    detail   text,
    primary key (bureau, message, number)
);

-- What staff find behind the bell.
create table notification.inbox (
    bureau     int not null,
    staff      uuid not null,
    id         uuid not null,
    title      text not null,
    body       text not null,
    link       text not null,
    arrived_at timestamptz not null,
    read_at    timestamptz,
    primary key (bureau, staff, id)
);
create index inbox_unread on notification.inbox (bureau, staff, id) where read_at is null;
