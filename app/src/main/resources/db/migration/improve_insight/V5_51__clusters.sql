-- Cases with a common cause, found by a job. A cluster keeps its id while most of its cases stay together.
create table insight.cluster (
    bureau         int not null,
    id             uuid not null,
    version        int not null default 1,
    state          text not null check (state in ('open', 'dismissed')),
    -- False where the last look found it no longer; what was decided about it is kept for when it comes back.
    present        boolean not null,
    words          text[] not null,
    cases          int not null,
    growth         int[] not null,
    cause          uuid,
    cause_cases    int not null,
    failure_type   text,
    place          text not null,
    first_seen     timestamptz not null,
    looked_at      timestamptz not null,
    dismissed_size int,
    primary key (bureau, id),
    check ((state = 'dismissed') = (dismissed_size is not null))
);
create index cluster_shown on insight.cluster (bureau, state, cases desc, id desc) where present;

create table insight.cluster_member (
    bureau    int not null,
    ticket    uuid not null,
    cluster   uuid not null,
    closed_at timestamptz not null,
    primary key (bureau, ticket),
    foreign key (bureau, cluster) references insight.cluster
);
create index cluster_member_of on insight.cluster_member (bureau, cluster, closed_at desc, ticket desc);

-- What was decided about a cluster, and that it has grown since; append-only.
create table insight.cluster_step (
    bureau  int not null,
    cluster uuid not null,
    seq     bigint generated always as identity,
    what    text not null,
    why     text not null,
    cases   int not null,
    staff   uuid not null,
    at      timestamptz not null,
    primary key (bureau, cluster, seq),
    foreign key (bureau, cluster) references insight.cluster
);

-- When a bureau's cases were looked at last.
create table insight.cluster_look (
    bureau int not null primary key,
    at     timestamptz not null,
    cases  int not null
);
create index case_revision_newest on insight.case_revision (bureau, at desc);

-- What an action is to change, from which cluster it came, and what was found when it was closed.
alter table insight.action
    add column cluster        uuid,
    add column changes        text not null default '',
    add column judged         text,
    add column judged_reason  text,
    add column judged_before  bigint,
    add column judged_after   bigint,
    add column judged_days    int;
create index action_cluster on insight.action (bureau, cluster) where cluster is not null;
-- Nothing is closed without a finding about its effect. What was closed before stays as it is.
alter table insight.action add constraint action_judged check (state <> 'done' or judged is not null) not valid;
