-- Contacts have a timeline of their own.
create index activity_of_contact on activities.activity (contact_id, happened_at desc) where contact_id is not null;
create index task_of_contact on activities.task (contact_id) where contact_id is not null;
update customers.contact c set last_followed_at = a.at
from (select contact_id, max(happened_at) as at from activities.activity where contact_id is not null group by 1) a
where a.contact_id = c.id;

-- Tasks come from other systems, too.
alter table activities.task add external_id text unique;
