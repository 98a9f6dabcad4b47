-- How the form of a type of record is laid out for a role; for everybody where there is no role.
create table views.layout (
  id       uuid primary key default uuidv7(),
  list     text not null,
  role_id  uuid references accounts.role on delete cascade,
  sections jsonb not null check (jsonb_typeof(sections) = 'array'),
  hidden   text[] not null default '{}',
  version  int not null default 1,
  unique nulls not distinct (list, role_id)
);
create index layout_of_role on views.layout (role_id);
