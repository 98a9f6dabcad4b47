-- Stopping other people's jobs became a permission of its own. Administrators get it; whoever starts imports can give
-- a token the rights to follow and stop what it started.
insert into accounts.role_grant (role_id, permission, reach)
select id, 'jobs:cancel', 'ALL' from accounts.role where code = 'administrator'
on conflict do nothing;
insert into accounts.role_grant (role_id, permission, reach)
select g.role_id, p.permission, 'OWN'
from accounts.role_grant g cross join (values ('jobs:read'), ('jobs:cancel')) p (permission)
where g.permission = 'imports:run'
on conflict do nothing;
