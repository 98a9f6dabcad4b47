update backups.installation
set backup_at = current_setting('zhanggui.backup_at')::timestamptz, restored_at = clock_timestamp();
