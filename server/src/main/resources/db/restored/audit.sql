insert into audit.entry (actor_name, way, action, subject_type, subject_name, changes)
values ('zhanggui restore', 'NONE', 'restored', 'company', 'company', jsonb_build_array(
  jsonb_build_object('field', 'backupAt', 'before', null, 'after', current_setting('zhanggui.backup_at'))));
