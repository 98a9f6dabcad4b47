create schema company;

-- The one company this installation serves.
create table company.settings (
  singleton           boolean primary key default true check (singleton),
  name_zh             text not null,
  name_en             text not null,
  currency            char(3) not null check (currency ~ '^[A-Z]{3}$'),
  time_zone           text not null,
  fiscal_year_start   int not null check (fiscal_year_start between 1 and 12),
  language            text not null check (language in ('zh-CN', 'en')),
  demo                boolean not null default false,
  version             int not null default 1,
  set_up_at           timestamptz not null default now()
);
