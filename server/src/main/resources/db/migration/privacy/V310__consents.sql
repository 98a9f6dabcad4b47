create schema privacy;

-- What a contact said to being approached by a channel, as it stands; what was before is in the contact's history. Where
-- there is no row, nobody knows.
create table privacy.consent (
  contact_id uuid not null references customers.contact on delete cascade,
  channel    text not null check (channel in ('PHONE', 'EMAIL', 'WECHAT', 'SMS', 'POST')),
  state      text not null check (state in ('GIVEN', 'WITHDRAWN', 'UNKNOWN')),
  since      date,
  source     text,
  noted_by   uuid not null references people.person,
  noted_at   timestamptz not null default now(),
  version    int not null default 1,
  primary key (contact_id, channel),
  check (state = 'UNKNOWN' or since is not null)
);
