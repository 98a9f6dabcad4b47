-- Whoever looks after the system or sales tells rates; everybody who sells may look them up.
insert into accounts.role_grant (role_id, permission, reach)
select r.id, p.permission, 'ALL'
from accounts.role r
cross join (values ('rates:read', 'salesperson,manager,operations,director,administrator'),
  ('rates:edit', 'operations,administrator'), ('rates:export', 'operations,administrator')) p (permission, roles)
where r.code = any (string_to_array(p.roles, ','))
on conflict do nothing;
