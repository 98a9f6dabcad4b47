create schema activities;

-- What was done with a customer 跟进记录.
create table activities.activity (
  id             uuid primary key default uuidv7(),
  kind           text not null check (kind in ('CALL', 'VISIT', 'MEETING', 'MESSAGE', 'EMAIL', 'OTHER')),
  happened_at    timestamptz not null,
  text           text not null check (text <> ''),
  next_step      text,
  customer_id    uuid references customers.customer on delete cascade,
  contact_id     uuid references customers.contact on delete set null,
  opportunity_id uuid references opportunities.opportunity on delete cascade,
  owner_id       uuid not null references people.person,
  external_id    text unique,
  created_at     timestamptz not null default now(),
  updated_at     timestamptz not null default now(),
  version        int not null default 1,
  check (customer_id is not null or opportunity_id is not null)
);
create index activity_of_customer on activities.activity (customer_id, happened_at desc) where customer_id is not null;
create index activity_of_opportunity on activities.activity (opportunity_id, happened_at desc) where opportunity_id is not null;
create index activity_of_owner on activities.activity (owner_id, happened_at desc);
create index activity_newest on activities.activity (happened_at desc, id desc);

-- What is to be done 跟进计划.
create table activities.task (
  id             uuid primary key default uuidv7(),
  title          text not null check (title <> ''),
  due_on         date not null,
  done_at        timestamptz,
  priority       text not null default 'NORMAL' check (priority in ('HIGH', 'NORMAL', 'LOW')),
  note           text,
  customer_id    uuid references customers.customer on delete cascade,
  contact_id     uuid references customers.contact on delete set null,
  opportunity_id uuid references opportunities.opportunity on delete cascade,
  owner_id       uuid not null references people.person,
  created_by     uuid not null,
  created_at     timestamptz not null default now(),
  updated_at     timestamptz not null default now(),
  version        int not null default 1
);
create index task_of_owner on activities.task (owner_id, due_on) where done_at is null;
create index task_of_customer on activities.task (customer_id) where customer_id is not null;
create index task_of_opportunity on activities.task (opportunity_id) where opportunity_id is not null;

-- What this module has to know of others' records.
create view activities.known_contact as select id, name, customer_id from customers.contact;
create view activities.known_customer as select id, name from customers.customer;
create view activities.known_opportunity as select id, name, customer_id from opportunities.opportunity;
