-- Those who steer sales hand over what leavers had in hand.
insert into accounts.role_grant (role_id, permission, reach)
select r.id, p.permission, case r.code when 'manager' then 'DEPARTMENT_TREE' else 'ALL' end
from accounts.role r
cross join (values ('handovers:read'), ('handovers:run'), ('handovers:export')) p (permission)
where r.code in ('manager', 'operations', 'administrator')
on conflict do nothing;
