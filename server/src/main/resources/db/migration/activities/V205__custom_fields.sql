alter table activities.activity
  add column custom jsonb not null default '{}' check (jsonb_typeof(custom) = 'object'),
  add column custom_search text;

create or replace function activities.keep_search() returns trigger language plpgsql as $$
begin
  new.search := public.searchable(concat_ws(E'\n', to_jsonb(new) ->> tg_argv[0],
    (select name from customers.customer where id = new.customer_id), to_jsonb(new) ->> 'custom_search'));
  return new;
end $$;
create or replace trigger keep_search before insert or update of text, customer_id, custom_search on activities.activity
  for each row execute function activities.keep_search('text');
