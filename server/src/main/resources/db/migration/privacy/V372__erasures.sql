-- Erasing a person 抹除. What is to be found is kept until it is done, and not a word of it afterwards.
create sequence privacy.erasure_number;
create table privacy.erasure (
  id           uuid primary key default uuidv7(),
  number       text not null unique default 'E' || to_char(nextval('privacy.erasure_number'), 'FM999999000000'),
  record_id    uuid not null,                  -- which contact it was
  customer_id  uuid,                           -- at which customer
  reason       text not null check (reason ~ '\S'),
  requested_on date,
  by_rule      boolean not null default false, -- because it was kept for long enough
  uploads      boolean not null,               -- whether uploaded files go, too
  words        jsonb,
  state        text not null check (state in ('RUNNING', 'DONE', 'FAILED')),
  passages     int not null default 0,         -- texts that were changed
  entries      int not null default 0,         -- entries of the history
  remains      jsonb not null default '[]',    -- what could not be changed
  job_id       uuid,
  message      text,
  created_by   uuid not null references people.person,
  created_at   timestamptz not null default now(),
  ended_at     timestamptz,
  check ((state = 'DONE') = (words is null)),
  check ((state = 'RUNNING') = (ended_at is null))
);
create unique index one_running_erasure on privacy.erasure (record_id) where state = 'RUNNING';
create index erasure_newest on privacy.erasure (created_at desc, id desc);

-- How long contacts are kept nobody has to do with any more 保留期限.
create table privacy.retention (
  one        boolean primary key default true check (one),
  months     int check (months between 1 and 600),
  automatic  boolean not null default false,
  changed_by uuid,
  version    int not null default 1,
  check (not automatic or (months is not null and changed_by is not null))
);
insert into privacy.retention default values;

-- Contacts that are kept nevertheless.
create table privacy.hold (
  contact_id uuid primary key references customers.contact on delete cascade,
  until      date not null,
  reason     text not null check (reason ~ '\S'),
  held_by    uuid not null references people.person,
  held_at    timestamptz not null default now()
);

-- What this module has to know of others' records.
create view privacy.known_contact as
select c.id, c.name, c.customer_id, k.name as customer_name, k.owner_id, c.mobile, c.phone, c.email, c.wechat, k.country,
  greatest(c.created_at, c.last_followed_at, (
    select max(o.updated_at) from opportunities.contact_role r join opportunities.opportunity o on o.id = r.opportunity_id
    where r.contact_id = c.id)) as last_sign_at
from customers.contact c join customers.customer k on k.id = c.customer_id;

-- Those kept for longer than the rule says, but for those that are held and those of customers with open deals.
create view privacy.due_contact as
select c.*
from privacy.known_contact c cross join privacy.retention r
where c.last_sign_at < now() - make_interval(months => r.months)
  and not exists (select from opportunities.opportunity o where o.customer_id = c.customer_id and o.outcome = 'OPEN')
  and not exists (select from privacy.hold h where h.contact_id = c.id and h.until >= current_date);
