-- Quick search finds follow-ups and tasks by their own words and their customer's name, kept as for opportunities.
alter table activities.activity add search text collate "C" not null default '';
alter table activities.task add search text collate "C" not null default '';

create function activities.keep_search() returns trigger language plpgsql as $$
begin
  new.search := public.searchable(concat_ws(E'\n', to_jsonb(new) ->> tg_argv[0],
    (select name from customers.customer where id = new.customer_id)));
  return new;
end $$;
create trigger keep_search before insert or update of text, customer_id on activities.activity
  for each row execute function activities.keep_search('text');
create trigger keep_search before insert or update of title, customer_id on activities.task
  for each row execute function activities.keep_search('title');

create function activities.keep_search_of_customer() returns trigger language plpgsql as $$
begin
  update activities.activity set customer_id = customer_id where customer_id = new.id;
  update activities.task set customer_id = customer_id where customer_id = new.id;
  return null;
end $$;
create trigger keep_search_of_activities after update of name on customers.customer
  for each row when (old.name <> new.name) execute function activities.keep_search_of_customer();

update activities.activity set customer_id = customer_id;
update activities.task set customer_id = customer_id;
create index activity_search on activities.activity using gin (search gin_trgm_ops);
create index task_search on activities.task using gin (search gin_trgm_ops);

-- With the key, pages of what some people did are found in the index alone.
drop index activities.activity_of_owner;
create index activity_of_owner on activities.activity (owner_id, happened_at desc, id desc);
