-- What was waiting or running does not go on; recurring tasks put themselves in place again when a server starts.
update jobs.job set state = 'CANCELLED', finished_at = now() where state in ('WAITING', 'RUNNING');
delete from jobs.scheduled_tasks;
