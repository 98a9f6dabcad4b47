create schema jobs;

-- Long work: what was asked, how far it is, how it ended.
create table jobs.job (
  id               uuid primary key default uuidv7(),
  kind             text not null,
  title            text not null,
  owner_id         uuid not null,
  owner_name       text not null,
  language         text not null,
  input            jsonb not null,
  state            text not null default 'WAITING' check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
  done             bigint not null default 0,
  total            bigint not null default 0,
  cancel_requested boolean not null default false,
  message          text,
  result           jsonb,
  created_at       timestamptz not null default now(),
  started_at       timestamptz,
  finished_at      timestamptz
);
create index job_of_owner on jobs.job (owner_id, created_at desc);

-- db-scheduler's own table.
create table jobs.scheduled_tasks (
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
  primary key (task_name, task_instance)
);
create index execution_time_idx on jobs.scheduled_tasks (execution_time);
create index last_heartbeat_idx on jobs.scheduled_tasks (last_heartbeat);
create index priority_execution_time_idx on jobs.scheduled_tasks (priority desc, execution_time asc);
