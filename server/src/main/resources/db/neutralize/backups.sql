update backups.schedule set enabled = false where enabled;
