-- Who may delete for others looks after what they deleted.
insert into accounts.role_grant (role_id, permission, reach)
select id, 'bin:read', case when code = 'manager' then 'DEPARTMENT_TREE' else 'ALL' end
from accounts.role where code in ('manager', 'operations', 'administrator')
on conflict do nothing;
insert into accounts.role_grant (role_id, permission, reach)
select id, 'bin:purge', 'ALL' from accounts.role where code = 'administrator'
on conflict do nothing;
