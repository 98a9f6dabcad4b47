-- Who administers the system says which other systems are told of it.
insert into accounts.role_grant (role_id, permission, reach)
select id, 'webhooks:manage', 'ALL' from accounts.role where code = 'administrator'
on conflict do nothing;
