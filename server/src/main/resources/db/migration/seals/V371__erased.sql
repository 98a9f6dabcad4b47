-- How many entries something personal was taken out of, as entries sealed since attest.
alter table seals.verification add column erased bigint not null default 0;

create or replace view seals.entry with (security_invoker = true) as
  select id, at, actor_id, actor_name, way, address, action, subject_type, subject_id, subject_name, changes, written_in,
    erased_at
  from audit.entry;
