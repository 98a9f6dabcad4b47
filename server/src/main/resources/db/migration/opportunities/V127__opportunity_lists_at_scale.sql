alter table opportunities.opportunity
  alter number set default 'O' || to_char(nextval('opportunities.number'), 'FM999999000000');

-- Quick search finds an opportunity by its own words and by its customer's name, which is kept beside them: looked up in
-- the other table, neither index could be used, and a rare word cost a walk through everything. A customer renamed in the
-- very moment another transaction adds an opportunity is found by the old name until that opportunity is edited.
drop index opportunities.opportunity_name_part;
alter table opportunities.opportunity add search text collate "C" not null default '';

create function opportunities.keep_search() returns trigger language plpgsql as $$
begin
  new.search := public.searchable(concat_ws(E'\n', new.name, new.number,
    (select name from customers.customer where id = new.customer_id)));
  return new;
end $$;
create trigger keep_search before insert or update of name, number, customer_id on opportunities.opportunity
  for each row execute function opportunities.keep_search();

create function opportunities.keep_search_of_customer() returns trigger language plpgsql as $$
begin
  update opportunities.opportunity set customer_id = customer_id where customer_id = new.id;
  return null;
end $$;
create trigger keep_search_of_opportunities after update of name on customers.customer
  for each row when (old.name <> new.name) execute function opportunities.keep_search_of_customer();

update opportunities.opportunity set customer_id = customer_id;
create index opportunity_search on opportunities.opportunity using gin (search gin_trgm_ops);

-- The sorts of the list for those who reach everything; who reaches the rows of some people is served by
-- opportunity_of_owner and a sort. About 45 MB each for a million opportunities.
create index opportunity_by_name on opportunities.opportunity (name, id);
create index opportunity_by_amount on opportunities.opportunity (amount, id);
create index opportunity_by_expected_close on opportunities.opportunity (expected_close, id);
create index opportunity_by_follow_up on opportunities.opportunity (last_followed_at, id);
