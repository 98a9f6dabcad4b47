create schema accounts;

-- Who may sign in. An account belongs to a person and shares the person's id.
create table accounts.account (
  person_id        uuid primary key references people.person,
  username         text not null check (username ~ '^[^\s]{2,100}$'),
  password_hash    text,
  language         text not null default 'zh-CN' check (language in ('zh-CN', 'en')),
  disabled         boolean not null default false,
  signed_out_until timestamptz not null default 'epoch',
  last_seen_at     timestamptz,
  version          int not null default 1,
  created_at       timestamptz not null default now()
);
create unique index account_by_username on accounts.account (lower(username));

-- Failed sign-ins by name, whether or not the name exists.
create table accounts.failure (
  username    text primary key,
  count       int not null,
  retry_after timestamptz not null
);

-- Roles are data: permissions with how far they reach.
create table accounts.role (
  id      uuid primary key default uuidv7(),
  code    text not null unique check (code ~ '^[a-z][a-z0-9-]*$'),
  name    text not null,
  name_en text not null,
  version int not null default 1
);
create table accounts.role_grant (
  role_id    uuid not null references accounts.role on delete cascade,
  permission text not null,
  reach      text not null check (reach in ('OWN', 'SUBORDINATES', 'DEPARTMENT', 'DEPARTMENT_TREE', 'CHOSEN', 'ALL')),
  units      uuid[] not null default '{}',
  primary key (role_id, permission)
);
create table accounts.account_role (
  person_id uuid not null references accounts.account on delete cascade,
  role_id   uuid not null references accounts.role,
  primary key (person_id, role_id)
);
create index account_role_by_role on accounts.account_role (role_id);

-- Tokens for machines: only a hash is kept.
create table accounts.token (
  id           uuid primary key default uuidv7(),
  person_id    uuid not null references accounts.account on delete cascade,
  name         text not null,
  hash         bytea not null unique,
  scopes       text[] not null,
  expires_on   date not null,
  last_used_at timestamptz,
  created_at   timestamptz not null default now()
);
create index token_of_person on accounts.token (person_id);

-- Spring Session's own tables: any server can answer a session.
create table accounts.spring_session (
  primary_id            char(36) not null primary key,
  session_id            char(36) not null,
  creation_time         bigint not null,
  last_access_time      bigint not null,
  max_inactive_interval int not null,
  expiry_time           bigint not null,
  principal_name        varchar(100)
);
create unique index spring_session_ix1 on accounts.spring_session (session_id);
create index spring_session_ix2 on accounts.spring_session (expiry_time);
create index spring_session_ix3 on accounts.spring_session (principal_name);
create table accounts.spring_session_attributes (
  session_primary_id char(36) not null references accounts.spring_session (primary_id) on delete cascade,
  attribute_name     varchar(200) not null,
  attribute_bytes    bytea not null,
  primary key (session_primary_id, attribute_name)
);
