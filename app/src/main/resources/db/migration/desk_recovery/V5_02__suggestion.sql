-- What was learned from people's choices, each time as a version. A version is put in use only if it is not worse on the
-- cases held back than what suggested before; append-only.
create table recovery.suggestion_model (
    bureau          int not null,
    version         int not null check (version > 0),
    trained_at      timestamptz not null,
    trained_by      uuid not null,
    seed            bigint not null,
    learned         int not null,
    calibrated      int not null,
    held_back       int not null,
    types           int not null,
    accuracy        double precision not null,
    macro_f1        double precision not null,
    error           double precision not null,
    temperature     double precision not null,
    -- What suggested before, on the same cases; version 0 are the rules.
    before_version  int not null,
    before_accuracy double precision not null,
    used            boolean not null,
    bins            jsonb not null,
    model           bytea not null,
    sha256          bytea not null,
    primary key (bureau, version)
);
create index suggestion_model_used on recovery.suggestion_model (bureau, version desc) where used;

-- What was suggested for a ticket and what a person chose. Model 0 are the rules.
create table recovery.suggestion_choice (
    bureau     int not null,
    ticket     uuid not null,
    model      int not null,
    confidence smallint,
    suggested  text not null,
    chosen     text not null,
    at         timestamptz not null,
    primary key (bureau, ticket)
);
create index suggestion_choice_at on recovery.suggestion_choice (bureau, at) include (model, suggested, chosen);
