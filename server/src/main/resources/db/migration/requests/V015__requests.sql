create schema requests;

-- What a creating request was answered, so that sending it again changes nothing.
create table requests.answer (
  actor_id   uuid not null,
  key        text not null check (length(key) between 8 and 100),
  digest     bytea not null,
  status     int not null,
  media_type text,
  body       bytea, -- absent where the answer holds a secret
  created_at timestamptz not null default now(),
  primary key (actor_id, key)
);
create index answer_by_age on requests.answer (created_at);
