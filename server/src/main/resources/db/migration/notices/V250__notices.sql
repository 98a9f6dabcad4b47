create schema notices;

-- What people are told: the kind, the record and the words as they were; the sentence is made when it is read.
create table notices.notice (
  id         uuid primary key default uuidv7(),
  person_id  uuid not null references people.person,
  kind       text not null,
  list       text,
  record_id  uuid,
  number     int not null default 1 check (number > 0),
  words      text[] not null default '{}',
  actor_id   uuid,
  actor_name text,
  in_app     boolean not null default true,
  created_at timestamptz not null default now(),
  read_at    timestamptz,
  check (record_id is null or list is not null)
);
create index notice_of_person on notices.notice (person_id, id desc) where in_app;
create index notice_unread on notices.notice (person_id, id desc) where in_app and read_at is null;
create index notice_old on notices.notice (created_at);

-- What is still to leave the house: one notice, or without one the digest of a person, by one channel.
create table notices.delivery (
  id            uuid primary key default uuidv7(),
  notice_id     uuid references notices.notice on delete cascade,
  person_id     uuid not null references people.person,
  channel       text not null,
  state         text not null default 'WAITING' check (state in ('WAITING', 'DONE', 'GIVEN_UP', 'DROPPED')),
  due_at        timestamptz not null default now(),
  attempts      int not null default 0,
  claimed_until timestamptz,
  reason        text,
  created_at    timestamptz not null default now(),
  ended_at      timestamptz
);
comment on table notices.delivery is 'not in backups: what waits in one was sent since';
create index delivery_due on notices.delivery (due_at) where state = 'WAITING';
create index delivery_given_up on notices.delivery (ended_at desc) where state = 'GIVEN_UP';
create index delivery_of_notice on notices.delivery (notice_id);

-- What a person wants otherwise than the kind of notice says, by channel.
create table notices.preference (
  person_id uuid not null references people.person,
  kind      text not null,
  channel   text not null,
  wanted    boolean not null,
  primary key (person_id, kind, channel)
);

-- When a person is not to be disturbed, and when they get the unread ones together; in the company's time zone.
create table notices.habit (
  person_id   uuid primary key references people.person,
  quiet_from  time,
  quiet_to    time,
  digest_at   time,
  digested_on date,
  check (num_nulls(quiet_from, quiet_to) in (0, 2))
);
