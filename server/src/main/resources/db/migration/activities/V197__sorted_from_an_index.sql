-- What the list of follow-ups can be sorted by, beside the owner: whoever reaches the 100,000 of some people sorts them
-- from this index alone. About 100 MB more for ten million.
drop index activities.activity_of_owner;
create index activity_of_owner on activities.activity (owner_id, happened_at desc, id desc) include (kind, created_at);
