-- Pairs of customers that may be one, as the last search found them 查重. The younger id stands second.
create table customers.lookalike (
  id           uuid primary key default uuidv7(),
  first_id     uuid not null references customers.customer on delete cascade,
  second_id    uuid not null references customers.customer on delete cascade,
  score        int not null check (score between 1 and 100),
  reasons      text[] not null,
  found_at     timestamptz not null,
  dismissed    boolean not null default false, -- somebody has looked and found that they are two
  dismissed_by uuid,
  check (first_id < second_id),
  unique (first_id, second_id)
);
create index lookalike_of_second on customers.lookalike (second_id);
create index lookalike_by_score on customers.lookalike (score desc, id);

-- Pairs of contacts of one customer.
create table customers.contact_lookalike (
  id           uuid primary key default uuidv7(),
  first_id     uuid not null references customers.contact on delete cascade,
  second_id    uuid not null references customers.contact on delete cascade,
  score        int not null check (score between 1 and 100),
  reasons      text[] not null,
  found_at     timestamptz not null,
  dismissed    boolean not null default false,
  dismissed_by uuid,
  check (first_id < second_id),
  unique (first_id, second_id)
);
create index contact_lookalike_of_second on customers.contact_lookalike (second_id);
create index contact_lookalike_by_score on customers.contact_lookalike (score desc, id);
