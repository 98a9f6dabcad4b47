-- Whoever looks after sales or the system tries commission plans.
insert into accounts.role_grant (role_id, permission, reach)
select r.id, 'commissions:plan', 'ALL'
from accounts.role r
where r.code in ('operations', 'administrator')
on conflict do nothing;
