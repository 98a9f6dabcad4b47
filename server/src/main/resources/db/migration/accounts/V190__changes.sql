-- What a request has to know of whoever asks: accounts, roles, second factors, names, the company. A transaction that
-- changes any of it leaves one row here, so that servers know when what they remember is old. Rows, not a number to be
-- counted up: nobody waits for anybody. Keyed by time too, as a restored database begins its transactions anew.
create table accounts.change (
  tx xid8 not null default pg_current_xact_id(),
  at timestamptz not null default now(),
  primary key (tx, at)
);
-- How many older rows there were.
create table accounts.folded_changes (
  singleton boolean primary key default true check (singleton),
  number    bigint not null default 0
);
insert into accounts.folded_changes default values;

create function accounts.note_change() returns trigger language plpgsql as $$
begin
  insert into accounts.change default values on conflict do nothing;
  return null;
end $$;
create trigger note_change
  after insert or delete or update of username, password_hash, language, disabled, signed_out_until, version
  on accounts.account for each statement execute function accounts.note_change();
create trigger note_change after insert or update or delete on accounts.account_role
  for each statement execute function accounts.note_change();
create trigger note_change after insert or update or delete on accounts.role_grant
  for each statement execute function accounts.note_change();
create trigger note_change after insert or delete or update of confirmed_at on accounts.second_factor
  for each statement execute function accounts.note_change();
create trigger note_change after update on accounts.sign_in_rules
  for each statement execute function accounts.note_change();
create trigger note_account_change after delete or update of name, left_on on people.person
  for each statement execute function accounts.note_change();
create trigger note_account_change after insert or update on company.settings
  for each statement execute function accounts.note_change();
