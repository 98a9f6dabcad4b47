alter table opportunities.opportunity
  add column custom jsonb not null default '{}' check (jsonb_typeof(custom) = 'object'),
  add column custom_search text;

create or replace function opportunities.keep_search() returns trigger language plpgsql as $$
begin
  new.search := public.searchable(concat_ws(E'\n', new.name, new.number,
    (select name from customers.customer where id = new.customer_id), new.custom_search));
  return new;
end $$;
create or replace trigger keep_search before insert or update of name, number, customer_id, custom_search
  on opportunities.opportunity for each row execute function opportunities.keep_search();
