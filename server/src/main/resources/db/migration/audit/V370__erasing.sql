-- What the law wants forgotten is taken out of the log; that it was, stays, and so does everything else of the entry.
alter table audit.entry add column erased_at timestamptz;

create function audit.refuse_but_erasing() returns trigger language plpgsql as $$
begin
  if current_setting('zhanggui.erasing', true) is distinct from old.id::text
    or row(new.id, new.at, new.actor_id, new.actor_name, new.way, new.address, new.action, new.subject_type, new.subject_id,
           new.written_in)
    is distinct from row(old.id, old.at, old.actor_id, old.actor_name, old.way, old.address, old.action, old.subject_type,
           old.subject_id, old.written_in)
  then
    raise exception 'the audit log is only ever added to';
  end if;
  return new;
end $$;
drop trigger entry_is_final on audit.entry;
create trigger entry_is_final before update on audit.entry
  for each row execute function audit.refuse_but_erasing();
create trigger entry_stays before delete on audit.entry for each row execute function audit.refuse();

-- The server may write nothing into the log but through this. It returns the changes as they are stored.
create function audit.erase(which uuid, called text, says jsonb) returns text
language plpgsql security definer set search_path = '' as $$
declare stored text;
begin
  perform set_config('zhanggui.erasing', which::text, true);
  update audit.entry set subject_name = called, changes = says, erased_at = now() where id = which
  returning changes::text into stored;
  perform set_config('zhanggui.erasing', '', true);
  return stored;
end $$;
revoke execute on function audit.erase from public;
