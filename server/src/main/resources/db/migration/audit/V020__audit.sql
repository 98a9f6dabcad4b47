create schema audit;

-- Who did what, when, from where. Only ever added to.
create table audit.entry (
  id           uuid primary key default uuidv7(),
  at           timestamptz not null default now(),
  actor_id     uuid,
  actor_name   text not null,
  way          text not null check (way in ('SESSION', 'TOKEN', 'JOB', 'NONE')),
  address      text,
  action       text not null,
  subject_type text not null,
  subject_id   uuid,
  subject_name text,
  changes      jsonb not null default '[]'
);
create index entry_of_subject on audit.entry (subject_type, subject_id, id desc);
create index entry_of_actor on audit.entry (actor_id, id desc);

create function audit.refuse() returns trigger language plpgsql as $$
begin
  raise exception 'the audit log is only ever added to';
end $$;
create trigger entry_is_final before update or delete on audit.entry for each row execute function audit.refuse();
create trigger entry_is_kept before truncate on audit.entry for each statement execute function audit.refuse();
