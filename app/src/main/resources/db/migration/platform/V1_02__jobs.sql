create table platform.outbox (
    bureau   int not null,
    id       bigint generated always as identity,
    topic    text not null,
    payload  jsonb not null,
    due_at   timestamptz not null,
    attempts int not null default 0,
    error    text,
    primary key (bureau, id)
);
create index outbox_due on platform.outbox (due_at, id);

-- The table of db-scheduler, as its documentation gives it.
create table platform.scheduled_tasks (
    task_name            text not null,
    task_instance        text not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint not null,
    priority             smallint,
    state                text,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_time on platform.scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on platform.scheduled_tasks (last_heartbeat);
