create schema files;

-- Files people attached to records. What is in them stands in the store of files under its SHA-256, once for all who
-- attached the same.
create table files.attachment (
  id         uuid primary key default uuidv7(),
  list       text not null,                                   -- the list in which the record stands
  record_id  uuid not null,
  name       text not null check (name ~ '\S' and char_length(name) <= 200),
  media_type text not null,                                   -- as its content tells
  name_fits  boolean not null,                                -- whether the name says the same
  bytes      bigint not null check (bytes > 0),
  hash       text not null check (hash ~ '^[0-9a-f]{64}$'),
  thumbnail  text check (thumbnail ~ '^[0-9a-f]{64}$'),       -- of an image, small ones made of it
  preview    text check (preview ~ '^[0-9a-f]{64}$'),
  added_by   uuid not null,
  adder_name text not null,
  added_at   timestamptz not null default now(),
  check ((thumbnail is null) = (preview is null))
);
create index attachment_of_record on files.attachment (list, record_id, id);
create index attachment_by_hash on files.attachment (hash);
create index attachment_by_thumbnail on files.attachment (thumbnail);
create index attachment_by_preview on files.attachment (preview);
