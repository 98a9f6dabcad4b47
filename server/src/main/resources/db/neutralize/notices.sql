-- Nothing that waits leaves a copy.
update notices.delivery set state = 'DROPPED', reason = 'neutralized', ended_at = now() where state = 'WAITING';
