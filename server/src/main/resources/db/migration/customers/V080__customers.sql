create schema customers;

create sequence customers.number;

create table customers.customer (
  id               uuid primary key default uuidv7(),
  number           text not null unique default 'C' || lpad(nextval('customers.number')::text, 6, '0'),
  name             text not null collate "zh-Hans-x-icu" check (name <> ''),
  name_en          text,
  short_name       text,
  credit_code      text unique check (credit_code ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
  parent_id        uuid references customers.customer,
  industry         text,
  employees        int check (employees >= 0),
  annual_revenue   numeric(18, 2) check (annual_revenue >= 0),
  level            text check (level in ('A', 'B', 'C', 'D')),
  source           text,
  country          text,
  province         text,
  city             text,
  district         text,
  address          text,
  site             text,
  phone            text,
  tags             text[] not null default '{}',
  status           text not null default 'POTENTIAL' check (status in ('POTENTIAL', 'ACTIVE', 'DORMANT', 'LOST')),
  description      text,
  owner_id         uuid references people.person,
  last_followed_at timestamptz,
  external_id      text unique,
  created_by       uuid not null,
  created_at       timestamptz not null default now(),
  updated_at       timestamptz not null default now(),
  version          int not null default 1,
  check (parent_id <> id)
);
create index customer_of_owner on customers.customer (owner_id, created_at desc, id desc);
create index customer_newest on customers.customer (created_at desc, id desc);
create index customer_by_parent on customers.customer (parent_id) where parent_id is not null;
create index customer_by_name on customers.customer (name);
-- Quick search looks for a part of any of these.
create index customer_part on customers.customer using gin (
  name gin_trgm_ops, name_en gin_trgm_ops, short_name gin_trgm_ops, number gin_trgm_ops, credit_code gin_trgm_ops);
create index customer_by_follow_up on customers.customer (last_followed_at, id);
create index customer_by_tag on customers.customer using gin (tags);

-- People beside the owner who work on a customer.
create table customers.collaborator (
  customer_id uuid not null references customers.customer on delete cascade,
  person_id   uuid not null references people.person,
  may_write   boolean not null default false,
  primary key (customer_id, person_id)
);
create index collaboration_of_person on customers.collaborator (person_id, customer_id);

create table customers.contact (
  id          uuid primary key default uuidv7(),
  customer_id uuid not null references customers.customer on delete cascade,
  name        text not null collate "zh-Hans-x-icu" check (name <> ''),
  title       text,
  department  text,
  role        text check (role in ('DECIDES', 'INFLUENCES', 'USES', 'EVALUATES', 'BUYS', 'GATEKEEPER')),
  mobile      text,
  phone       text,
  email       text,
  wechat      text,
  birthday    date,
  main        boolean not null default false,
  note        text,
  external_id text unique,
  created_by  uuid not null,
  created_at  timestamptz not null default now(),
  updated_at  timestamptz not null default now(),
  version     int not null default 1
);
create index contact_of_customer on customers.contact (customer_id, created_at);
create index contact_newest on customers.contact (created_at desc, id desc);
create index contact_part on customers.contact using gin (
  name gin_trgm_ops, mobile gin_trgm_ops, email gin_trgm_ops);
create unique index one_main_contact on customers.contact (customer_id) where main;

-- By what a customer may be recognised as one already known 查重: normalised names, the distinctive part of a name, credit
-- code, phones, domains of e-mail and site.
create table customers.trait (
  customer_id uuid not null references customers.customer on delete cascade,
  kind        text not null check (kind in ('NAME', 'SHORT_NAME', 'BRAND', 'CREDIT_CODE', 'PHONE', 'DOMAIN')),
  value       text not null,
  primary key (kind, value, customer_id)
);
create index trait_of_customer on customers.trait (customer_id);
create index trait_name_part on customers.trait using gin (value gin_trgm_ops) where kind = 'NAME';
