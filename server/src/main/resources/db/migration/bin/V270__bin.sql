create schema bin;

-- What was deleted, kept for a while so that it can be put back 回收站; and what was merged into another, so that this can
-- be undone.
create table bin.entry (
  id         uuid primary key default uuidv7(),
  list       text not null,                                       -- the list in which the record stood
  record_id  uuid not null,
  title      text not null,
  owner_id   uuid,                                                -- whose it was
  owner_name text,
  permission text not null,                                       -- what one needed to delete it, and needs to put it back
  records    int not null default 1 check (records > 0),          -- how many went, what hung on it included
  kept_id    uuid,                                                -- the one it was merged into
  kept_title text,
  kept_was   jsonb,                                               -- that one's fields before, and what the merge made of them
  kept_is    jsonb,
  by_id      uuid not null,
  by_name    text not null,
  at         timestamptz not null default now(),
  check ((kept_id is null) = (kept_was is null)),
  check ((kept_id is null) = (kept_is is null)),
  check ((kept_id is null) = (kept_title is null))
);
create index entry_newest on bin.entry (at desc, id desc);
create index entry_by_owner on bin.entry (owner_id);
create index entry_of_person on bin.entry (by_id);
create index entry_of_record on bin.entry (record_id);
create index entry_by_kept on bin.entry (kept_id) where kept_id is not null;

-- The rows of what went, and the references that went with them.
create table bin.row (
  entry_id uuid not null references bin.entry on delete cascade,
  kind     text not null check (kind in ('ROW', 'LINK', 'MOVED')), -- a row; a reference that was emptied; one that was turned
  target   text not null,                                         -- schema.table
  key      text not null,                                         -- the row's primary key
  field    text not null default '',                              -- the column of a reference
  data     jsonb not null,                                        -- the whole row as it was
  primary key (entry_id, kind, target, key, field),
  check ((kind = 'ROW') = (field = ''))
);
create index row_by_target on bin.row (target, entry_id);
