-- How a customer felt who came back after an answer, beside how they had felt before it, and the post that had answered.
create table contact.feeling (
    bureau  int not null,
    contact uuid not null,
    at      timestamptz not null,
    post    text not null,
    before  text not null,
    after   text not null,
    primary key (bureau, contact),
    foreign key (bureau, contact) references contact.contact
);
create index feeling_at on contact.feeling (bureau, at, post, before, after);
