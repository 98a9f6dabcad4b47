-- Sharing views is a permission of its own. Those who steer get it.
insert into accounts.role_grant (role_id, permission, reach)
select id, 'listings:share', 'ALL' from accounts.role where code in ('operations', 'director', 'administrator')
on conflict do nothing;
