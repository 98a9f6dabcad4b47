-- The newest follow-ups of a department are found among everybody's: whose one is, is read in the index as well.
drop index activities.activity_newest;
create index activity_newest on activities.activity (happened_at desc, id desc) include (owner_id);
