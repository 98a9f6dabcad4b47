create schema reorganisations;

-- Drafts 组织调整草案 of an organisation that is to hold from a day on. They change nothing until they are applied, and
-- are kept afterwards.
create table reorganisations.draft (
  id         uuid primary key default uuidv7(),
  name       text not null check (name ~ '\S'),
  day        date not null,
  state      text not null default 'DRAFT' check (state in ('DRAFT', 'APPLIED', 'DISCARDED')),
  version    int not null default 1,
  created_by uuid not null references people.person,
  created_at timestamptz not null default now(),
  ended_by   uuid references people.person,
  ended_at   timestamptz,
  check ((state = 'DRAFT') = (ended_at is null)),
  check ((ended_by is null) = (ended_at is null))
);
create index draft_newest on reorganisations.draft (created_at desc, id desc);

-- What is to change, one after the other. {what} says it, and what was there when it was entered.
create table reorganisations.step (
  id       uuid primary key,
  draft_id uuid not null references reorganisations.draft on delete cascade,
  place    int not null,
  what     jsonb not null,
  unique (draft_id, place)
);
