create schema comments;

-- What people say to each other about a record, whatever it is.
create table comments.comment (
  id         uuid primary key default uuidv7(),
  list       text not null, -- the list in which the record stands
  record_id  uuid not null,
  author_id  uuid not null references people.person,
  text       text not null check (text ~ '\S' and char_length(text) <= 4000),
  created_at timestamptz not null default now(),
  edited_at  timestamptz,
  version    int not null default 1
);
create index comment_of_record on comments.comment (list, record_id, id);
create index comment_by_author on comments.comment (author_id);

-- Whom a comment speaks to; the text calls them by name.
create table comments.mention (
  comment_id uuid not null references comments.comment on delete cascade,
  person_id  uuid not null references people.person,
  primary key (comment_id, person_id)
);
create index mention_by_person on comments.mention (person_id);

-- Who wants to be told what is said of a record. It gives nobody the record.
create table comments.follower (
  list      text not null,
  record_id uuid not null,
  person_id uuid not null references people.person,
  since     timestamptz not null default now(),
  primary key (list, record_id, person_id)
);
create index follower_by_person on comments.follower (person_id);
