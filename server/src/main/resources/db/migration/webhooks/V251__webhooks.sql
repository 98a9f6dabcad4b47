create schema webhooks;

-- Where messages go, and what signs them.
create table webhooks.endpoint (
  id               uuid primary key default uuidv7(),
  name             text not null check (name ~ '\S'),
  url              text not null,
  types            text[] not null,
  enabled          boolean not null,
  secret           bytea not null,
  former_secret    bytea,
  former_until     timestamptz,
  failing_since    timestamptz,
  disabled_because text,
  created_by       uuid not null references people.person,
  created_at       timestamptz not null default now(),
  version          int not null default 1
);

-- What there is to say, word for word as it is signed and sent.
create table webhooks.message (
  id         uuid primary key default uuidv7(),
  type       text not null,
  body       text not null,
  created_at timestamptz not null default now()
);
create index message_old on webhooks.message (created_at);

-- The way of a message to an endpoint.
create table webhooks.delivery (
  id            uuid primary key default uuidv7(),
  message_id    uuid not null references webhooks.message on delete cascade,
  endpoint_id   uuid not null references webhooks.endpoint on delete cascade,
  state         text not null default 'WAITING' check (state in ('WAITING', 'DONE', 'DEAD', 'DROPPED')),
  due_at        timestamptz not null default now(),
  attempts      int not null default 0,
  claimed_until timestamptz,
  ended_at      timestamptz,
  unique (message_id, endpoint_id)
);
create index delivery_due on webhooks.delivery (due_at) where state = 'WAITING';
create index delivery_of_endpoint on webhooks.delivery (endpoint_id, id desc);
create index delivery_unsettled on webhooks.delivery (endpoint_id, state) where state in ('WAITING', 'DEAD');

-- Each time it was tried.
create table webhooks.attempt (
  id          uuid primary key default uuidv7(),
  delivery_id uuid not null references webhooks.delivery on delete cascade,
  at          timestamptz not null,
  status      int,
  millis      int not null,
  answer      text,
  problem     text
);
create index attempt_of_delivery on webhooks.attempt (delivery_id, id desc);

comment on table webhooks.message is 'not in backups: what was to be told then was told since';
comment on table webhooks.delivery is 'not in backups: of messages';
comment on table webhooks.attempt is 'not in backups: of messages';
