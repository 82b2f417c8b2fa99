create schema identity;

create table identity.bureau (
    bureau        int primary key,
    name_zh       text not null,
    name_en       text not null,
    zone          text not null,
    jurisdiction  text not null,
    region        text not null,
    currency      text not null,
    demonstration boolean not null default false,
    founded_at    timestamptz not null
);

create table identity.unit (
    bureau  int not null references identity.bureau,
    id      uuid not null,
    code    text not null,
    name_zh text not null,
    name_en text not null,
    primary key (bureau, id),
    unique (bureau, code)
);

create table identity.staff (
    bureau   int not null references identity.bureau,
    id       uuid not null,
    sign_in  text not null,
    password text not null,
    name     text not null,
    number   text not null,
    unit     uuid not null,
    post     text not null,
    language text,
    active   boolean not null default true,
    version  int not null default 1,
    primary key (bureau, id),
    unique (bureau, number),
    foreign key (bureau, unit) references identity.unit
);
-- One sign-in name in the whole installation: the page asks for no bureau.
create unique index staff_sign_in on identity.staff (lower(sign_in));

create table identity.grant_of_post (
    bureau int not null references identity.bureau,
    post   text not null,
    action text not null,
    kind   text not null,
    scope  text not null,
    primary key (bureau, post, action, kind)
);
