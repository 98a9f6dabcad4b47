create schema seals;

create view seals.entry with (security_invoker = true) as
  select id, at, actor_id, actor_name, way, address, action, subject_type, subject_id, subject_name, changes, written_in
  from audit.entry;

-- One run of numbers sealed together. What is in it is whatever was committed when it began and had not been before.
create table seals.sealing (
  number           bigint primary key, -- the last of the run
  first            bigint not null check (first between 1 and number),
  at               timestamptz not null,
  seen             text not null, -- the transactions whose entries it takes, as a snapshot
  cluster          text not null, -- the database cluster in whose count of transactions that is meant
  rest_transaction bigint,        -- up to which entry it came, where others of these transactions are left for the next
  rest_entry       uuid,
  hash             bytea not null check (octet_length(hash) = 32),
  check ((rest_transaction is null) = (rest_entry is null))
);

-- The chain: each hash holds the one before it and the whole entry.
create table seals.seal (
  number   bigint primary key check (number > 0),
  entry_id uuid not null unique,
  hash     bytea not null check (octet_length(hash) = 32)
);

-- What was found each time the whole log was read again.
create table seals.verification (
  id         uuid primary key default uuidv7(),
  at         timestamptz not null default now(),
  by_id      uuid not null,
  by_name    text not null,
  number     bigint not null,
  hash       bytea,
  known      int not null,  -- heads told earlier that it was compared with
  found      bigint not null,
  findings   jsonb not null -- the first of them
);

create trigger seal_is_final before update or delete on seals.seal for each row execute function audit.refuse();
create trigger seal_is_kept before truncate on seals.seal for each statement execute function audit.refuse();
create trigger sealing_is_final before update or delete on seals.sealing for each row execute function audit.refuse();
create trigger sealing_is_kept before truncate on seals.sealing for each statement execute function audit.refuse();
create trigger verification_is_final before update or delete on seals.verification
  for each row execute function audit.refuse();
create trigger verification_is_kept before truncate on seals.verification
  for each statement execute function audit.refuse();
