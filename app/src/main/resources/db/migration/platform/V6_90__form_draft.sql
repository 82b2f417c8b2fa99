-- Counts every save of a draft, so that a version is never met twice.
create sequence platform.form_draft_version;

-- What somebody has written into a form and not sent yet; theirs alone.
create table platform.form_draft (
    bureau   int not null,
    staff    uuid not null,
    kind     text not null,
    subject  uuid not null,
    form     text not null,
    -- The key of the form in whose window it was saved last: once that is sent, this is no draft any more.
    key      uuid not null,
    version  bigint not null default nextval('platform.form_draft_version'),
    saved_at timestamptz not null,
    typed    jsonb not null,
    primary key (bureau, staff, kind, subject, form)
);
create index form_draft_subject on platform.form_draft (bureau, kind, subject);
create index form_draft_age on platform.form_draft (bureau, kind, saved_at);
