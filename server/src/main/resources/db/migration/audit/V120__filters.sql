-- What auditors filter the log by, newest first, alone and together with a span of time: milliseconds among ten million
-- entries, where reading them all takes seconds. New entries land at the end of the run of their kind, so that writing
-- one costs some twenty microseconds where it cost ten.
drop index audit.entry_of_actor;
create index entry_of_actor on audit.entry (actor_id, at desc, id desc);
create index entry_of_action on audit.entry (action, at desc, id desc);
create index entry_of_type on audit.entry (subject_type, at desc, id desc);
create index entry_of_time on audit.entry (at desc, id desc);

-- Part of a record's name, from three characters on.
create index entry_of_name on audit.entry using gin (subject_name public.gin_trgm_ops);
