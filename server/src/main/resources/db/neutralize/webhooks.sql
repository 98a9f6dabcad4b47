-- Nothing that waits leaves a copy, and nothing is signed as if it came from the real system.
update webhooks.delivery set state = 'DROPPED', ended_at = now() where state = 'WAITING';
update webhooks.endpoint
set enabled = false, secret = '', former_secret = null, former_until = null, disabled_because = 'neutralized'
where enabled or secret <> '' or former_secret is not null;
