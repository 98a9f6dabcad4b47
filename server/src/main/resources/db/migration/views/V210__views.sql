create schema views;

-- Queries of lists that people keep under a name: filter, order, columns and layout, never the rows they find.
create table views.view (
  id         uuid primary key default uuidv7(),
  list       text not null,
  owner_id   uuid not null references people.person,
  name       text not null check (name ~ '\S' and char_length(name) <= 60),
  filter     jsonb not null,
  sort       text[] not null default '{}',
  columns    jsonb not null default '[]' check (jsonb_typeof(columns) = 'array'),
  layout     text not null check (layout in ('TABLE', 'BOARD')),
  group_by   text,
  everybody  boolean not null default false,
  version    int not null default 1,
  created_at timestamptz not null default now()
);
create unique index view_by_name on views.view (owner_id, list, lower(name));
create index view_by_list on views.view (list);

-- Whom a view is shared with, beside everybody: a unit with all below it, whoever has a role.
create table views.shared_unit (
  view_id uuid not null references views.view on delete cascade,
  unit_id uuid not null references people.unit,
  primary key (view_id, unit_id)
);
create index shared_unit_by_unit on views.shared_unit (unit_id);
create table views.shared_role (
  view_id uuid not null references views.view on delete cascade,
  role_id uuid not null references accounts.role on delete cascade,
  primary key (view_id, role_id)
);
create index shared_role_by_role on views.shared_role (role_id);

-- How a person likes a list: the order of the tabs, which are hidden, the columns, and what it opens with: a view the
-- list declares, by its key, or a kept one.
create table views.own_list (
  person_id   uuid not null references people.person,
  list        text not null,
  tabs        jsonb not null default '[]' check (jsonb_typeof(tabs) = 'array'),
  columns     jsonb check (jsonb_typeof(columns) = 'array'),
  opening_key text,
  opening_id  uuid references views.view on delete set null,
  primary key (person_id, list),
  check (num_nonnulls(opening_key, opening_id) <= 1)
);
create index own_list_by_opening on views.own_list (opening_id);

-- What a list opens with for whoever has a role and did not choose.
create table views.role_opening (
  role_id     uuid not null references accounts.role on delete cascade,
  list        text not null,
  opening_key text,
  opening_id  uuid references views.view on delete cascade,
  primary key (role_id, list),
  check (num_nonnulls(opening_key, opening_id) = 1)
);
create index role_opening_by_opening on views.role_opening (opening_id);
