create schema edits;

-- The records a bulk action is for, and what became of each.
create table edits.target (
  id        uuid primary key default uuidv7(),
  job_id    uuid not null,
  position  int not null check (position >= 0),
  owner_id  uuid not null,                          -- who asked for it
  list      text not null,
  record_id uuid not null,
  title     text not null,
  outcome   text check (outcome in ('DONE', 'UNCHANGED', 'REFUSED')), -- absent while it waits
  message   text,
  at        timestamptz not null default now(),
  unique (job_id, position),
  check ((outcome = 'REFUSED') = (message is not null) or outcome is null and message is null)
);
create index target_of_job on edits.target (job_id, id);
create index target_newest on edits.target (at);
create index target_of_person on edits.target (owner_id);
