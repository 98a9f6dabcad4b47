-- Tasks of some people, done or not, are counted and put in order from the index; only open ones were in it, and the list of
-- all of them read the whole table.
drop index activities.task_of_owner;
create index task_of_owner on activities.task (owner_id, due_on, id) include (done_at);
