-- A table whose comment begins so is left out of backups; its rows mean nothing elsewhere, or should not get there.
comment on table accounts.spring_session is 'not in backups: whoever holds the file could act as those signed in';
comment on table accounts.spring_session_attributes is 'not in backups: of sessions';

-- Who administers the system makes backups.
insert into accounts.role_grant (role_id, permission, reach)
select id, 'backups:manage', 'ALL' from accounts.role where code = 'administrator'
on conflict do nothing;
