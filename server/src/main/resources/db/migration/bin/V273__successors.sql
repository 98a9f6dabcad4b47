-- Which record took the place of one that was merged into it: for links that still name the one, and for the history of
-- both.
create table bin.successor (
  gone_id uuid primary key,
  list    text not null,
  kept_id uuid not null check (kept_id <> gone_id),
  at      timestamptz not null default now()
);
create index successor_by_kept on bin.successor (kept_id);
