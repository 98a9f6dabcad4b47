-- Whoever may give every permission to everyone has the new one at once.
insert into accounts.role_grant (role_id, permission, reach)
select role_id, 'customfields:edit', 'ALL' from accounts.role_grant where permission = 'accounts:edit'
on conflict do nothing;
