create schema rates;

-- What one unit of a currency is worth in the company's, from a day until the next one that is told.
create table rates.rate (
  id         uuid primary key default uuidv7(),
  currency   char(3) not null check (currency ~ '^[A-Z]{3}$'),
  valid_from date not null,
  rate       numeric(20, 10) not null check (rate > 0),
  created_by uuid not null references people.person,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version    int not null default 1,
  unique (currency, valid_from)
);
create index rate_newest on rates.rate (valid_from desc, currency);
