insert into audit.entry (actor_name, way, action, subject_type, subject_name)
values ('zhanggui neutralize', 'NONE', 'neutralized', 'company', 'company');
