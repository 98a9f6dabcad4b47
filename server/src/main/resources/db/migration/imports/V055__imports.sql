create schema imports;

-- One file on its way in, from upload to report. What it came to is filled in by the last check or run.
create table imports.import (
  id           uuid primary key default uuidv7(),
  kind         text not null,
  file_name    text not null,
  owner_id     uuid not null,
  owner_name   text not null,
  state        text not null default 'UPLOADED' check (state in ('UPLOADED', 'CHECKING', 'CHECKED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
  layout       jsonb not null,
  spec         jsonb not null,
  findings     jsonb not null,
  row_count    int not null,
  job_id       uuid,
  message      text,
  created      int,
  updated      int,
  skipped      int,
  refused      int,
  seconds      numeric(10, 1),
  version      int not null default 1,
  created_at   timestamptz not null default now(),
  finished_at  timestamptz,
  check (state <> 'DONE' or (created is not null and finished_at is not null))
);
create index import_of_owner on imports.import (owner_id, created_at desc);
create index import_by_age on imports.import (created_at);

create table imports.file (
  import_id uuid primary key references imports.import on delete cascade,
  content   bytea not null
);
alter table imports.file alter content set storage external;

-- What became of each row of the last check or run: all that were refused, and the first of the others.
create table imports.row (
  import_id uuid not null references imports.import on delete cascade,
  line      int not null,
  outcome   text not null check (outcome in ('CREATED', 'UPDATED', 'SKIPPED', 'REFUSED')),
  problems  jsonb not null,
  cells     jsonb not null,
  primary key (import_id, outcome, line)
);

-- Which field a heading was mapped to before; none where people left it out on purpose.
create table imports.heading (
  kind    text not null,
  heading text not null,
  field   text,
  primary key (kind, heading)
);

-- What people decided an unknown text to mean, so that they are asked once.
create table imports.decision (
  kind   text not null,
  field  text not null,
  text   text not null,
  action text not null check (action in ('USE', 'CREATE', 'EMPTY', 'REFUSE')),
  value  text check ((action = 'USE') = (value is not null)),
  label  text,
  primary key (kind, field, text)
);
