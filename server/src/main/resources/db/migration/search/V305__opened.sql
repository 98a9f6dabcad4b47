create schema search;

-- What each person opened lately, the newest fifty: the records of any list, so that it can name none of them by a key.
-- What was deleted or is out of reach since is not shown, and goes as newer ones come.
create table search.opened (
  person_id uuid not null references people.person on delete cascade,
  list      text not null,
  record_id uuid not null,
  opened_at timestamptz not null default now(),
  primary key (person_id, list, record_id)
);
