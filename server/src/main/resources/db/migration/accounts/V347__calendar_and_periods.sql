-- Whoever looks after sales or the system tells working days and closes months.
insert into accounts.role_grant (role_id, permission, reach)
select r.id, p.permission, 'ALL'
from accounts.role r
cross join (values ('calendar:edit'), ('periods:close')) p (permission)
where r.code in ('operations', 'administrator')
on conflict do nothing;
