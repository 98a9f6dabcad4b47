-- What a role says of single fields of the records of a list; of those it does not name, that they may be written.
create table accounts.role_field (
  role_id uuid not null references accounts.role on delete cascade,
  list    text not null,
  field   text not null check (field <> ''),
  level   text not null check (level in ('HIDDEN', 'MASKED', 'READ')),
  primary key (role_id, list, field)
);

-- Whoever is remembered with the fields they had is forgotten.
create trigger note_change after insert or update or delete on accounts.role_field
  for each statement execute function accounts.note_change();

-- Whoever may give every permission to everyone has the new one at once.
insert into accounts.role_grant (role_id, permission, reach)
select role_id, 'fields:reveal', 'ALL' from accounts.role_grant where permission = 'accounts:edit'
on conflict do nothing;
