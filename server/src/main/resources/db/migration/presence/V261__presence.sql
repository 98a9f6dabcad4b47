create schema presence;

-- Who has the form of a record open. Unlogged: what a crash takes is said again within a minute.
create unlogged table presence.editing (
  list        text not null,
  record_id   uuid not null,
  person_id   uuid not null,
  person_name text not null,
  seen_at     timestamptz not null default now(),
  primary key (list, record_id, person_id)
);
comment on table presence.editing is 'not in backups: true for a minute';
