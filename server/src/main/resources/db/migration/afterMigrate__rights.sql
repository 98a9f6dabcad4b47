-- The server runs as zhanggui_app: it owns nothing, cannot change tables, and can only add to the audit log and its seals.
-- When and in which transaction an entry was written, the database says, not the writer.
-- It may have the planner count what it filled (maintain).
do $$
declare module text;
begin
  -- Servers that start together do this one after the other: PostgreSQL refuses two who grant the same at once.
  perform pg_advisory_xact_lock(hashtextextended('zhanggui.rights', 0));
  if not exists (select from pg_roles where rolname = 'zhanggui_app') then
    create role zhanggui_app nologin;
  end if;
  if not pg_has_role(current_user, 'zhanggui_app', 'set') then
    execute format('grant zhanggui_app to %I with set true', current_user);
  end if;
  for module in
    select nspname from pg_namespace
    where nspowner = current_user::regrole and nspname !~ '^(pg_|information_schema|public)'
  loop
    execute format('grant usage on schema %I to zhanggui_app', module);
    execute format('grant select, insert, update, delete, maintain on all tables in schema %I to zhanggui_app', module);
    execute format('grant usage on all sequences in schema %I to zhanggui_app', module);
    execute format('grant execute on all functions in schema %I to zhanggui_app', module);
  end loop;
  revoke insert, update, delete on audit.entry from zhanggui_app;
  grant insert (actor_id, actor_name, way, address, action, subject_type, subject_id, subject_name, changes)
    on audit.entry to zhanggui_app;
  -- Those who stopped at an earlier version on the way have no seals yet.
  if to_regnamespace('seals') is not null then
    revoke insert, update, delete on seals.entry from zhanggui_app;
    revoke update, delete on seals.seal, seals.sealing, seals.verification from zhanggui_app;
  end if;
end $$;
