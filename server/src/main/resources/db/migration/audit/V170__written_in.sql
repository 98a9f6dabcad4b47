-- In which transaction an entry was written, so that what was committed since a moment is found whole, however long some
-- transactions stay open. Entries from before this column stand at 0.
alter table audit.entry add column written_in bigint not null default 0;
alter table audit.entry alter column written_in set default pg_current_xact_id()::text::bigint;
create index entry_of_transaction on audit.entry (written_in, id);
