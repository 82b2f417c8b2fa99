create schema platform;

-- A form that has been sent once: its key, and where the answer led.
create table platform.form_key (
    bureau  int not null,
    key     uuid not null,
    made_at timestamptz not null default now(),
    next    text,
    primary key (bureau, key)
);
-- Old keys are swept by age.
create index form_key_age on platform.form_key (bureau, made_at);
