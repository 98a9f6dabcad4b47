-- Sales operations and administrators answer those who ask what is known of them.
insert into accounts.role_grant (role_id, permission, reach)
select r.id, p.permission, 'ALL'
from accounts.role r
cross join (values ('privacy:read', 'operations,administrator'), ('privacy:export', 'operations,administrator'),
  ('privacy:erase', 'operations,administrator')) p (permission, roles)
where r.code = any (string_to_array(p.roles, ','))
on conflict do nothing;
