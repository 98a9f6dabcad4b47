-- Failures in a row are counted under more than names: 'name:' where nobody knows the browser, 'device:' where somebody
-- signed in before, 'code:' for second factors.
alter table accounts.failure rename column username to key;
update accounts.failure set key = 'name:' || key;

-- Sign-ins that failed from one address, whatever the names, until a moment at which counting begins anew.
create table accounts.address_failure (
  address text primary key,
  count   int not null,
  until   timestamptz not null
);

-- Browsers in which somebody has signed in; only a hash of what they keep.
create table accounts.device (
  hash      bytea primary key,
  person_id uuid not null references accounts.account on delete cascade,
  used_at   timestamptz not null default now()
);
create index device_of_person on accounts.device (person_id);

-- Sessions remember more than they did; everybody signs in once more.
delete from accounts.spring_session;
