create schema products;

create table products.category (
  id        uuid primary key default uuidv7(),
  parent_id uuid references products.category,
  name      text not null check (name <> ''),
  name_en   text,
  position  int not null default 0,
  version   int not null default 1,
  check (parent_id <> id)
);
create unique index category_by_name on products.category (parent_id, lower(name)) nulls not distinct;

create table products.product (
  id          uuid primary key default uuidv7(),
  code        text,
  name        text not null collate "zh-Hans-x-icu" check (name <> ''),
  name_en     text,
  category_id uuid references products.category,
  series      text,
  grade       text check (grade in ('HIGH', 'MIDDLE', 'LOW')),
  unit        text,
  status      text not null default 'ACTIVE' check (status in ('ACTIVE', 'RETIRED')),
  description text,
  external_id text unique,
  version     int not null default 1,
  created_at  timestamptz not null default now(),
  updated_at  timestamptz not null default now()
);
create unique index product_by_name on products.product (lower(name));
create unique index product_by_code on products.product (lower(code));
create index product_by_name_en on products.product (lower(name_en));
create index product_by_category on products.product (category_id);

-- List prices by currency, from day to day.
create table products.price (
  product_id uuid not null references products.product on delete cascade,
  currency   char(3) not null check (currency ~ '^[A-Z]{3}$'),
  amount     numeric(18, 2) not null check (amount >= 0),
  valid      daterange not null check (not isempty(valid)),
  primary key (product_id, currency, valid without overlaps)
);

-- Other names a product goes by, so that GTXPro finds GTX Pro.
create table products.alias (
  product_id uuid not null references products.product on delete cascade,
  alias      text not null check (alias <> ''),
  primary key (product_id, alias)
);
create unique index alias_of_one_product on products.alias (lower(alias));
