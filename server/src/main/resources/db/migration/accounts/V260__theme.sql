-- How somebody wants the screens; as their device has it until they say otherwise.
alter table accounts.account
  add column theme text not null default 'SYSTEM' check (theme in ('LIGHT', 'DARK', 'SYSTEM'));
