-- What a person shows beside the password: a code that an app makes of a secret both know (RFC 6238).
create table accounts.second_factor (
  person_id    uuid primary key references accounts.account on delete cascade,
  secret       bytea not null, -- encrypted
  begun_at     timestamptz not null default now(),
  confirmed_at timestamptz,    -- asked for from then on
  last_step    bigint not null default 0 -- no code of this step or an earlier one counts again
);

-- For those who lost the app. One that was used is gone.
create table accounts.recovery_code (
  person_id uuid not null references accounts.second_factor on delete cascade,
  hash      bytea not null,
  primary key (person_id, hash)
);

-- What the company asks of everybody who signs in.
create table accounts.sign_in_rules (
  singleton     boolean primary key default true check (singleton),
  second_factor text not null default 'OPTIONAL' check (second_factor in ('OPTIONAL', 'ADMINISTRATION', 'EVERYBODY')),
  version       int not null default 1
);
insert into accounts.sign_in_rules default values;
