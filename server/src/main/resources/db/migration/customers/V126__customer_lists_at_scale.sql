-- Numbers grow past six digits; until now the millionth was cut to a number that was taken.
alter table customers.customer alter number set default 'C' || to_char(nextval('customers.number'), 'FM999999000000');

-- Quick search: one kept text and one index in place of one of five columns. About 100 bytes a row and 150 MB of index for
-- a million customers; a new customer costs what it cost before.
drop index customers.customer_part;
alter table customers.customer add search text collate "C" not null generated always as (public.searchable(
  name || E'\n' || number || coalesce(E'\n' || name_en, '') || coalesce(E'\n' || short_name, '')
  || coalesce(E'\n' || credit_code, ''))) stored;
create index customer_search on customers.customer using gin (search gin_trgm_ops);

drop index customers.contact_part;
alter table customers.contact add search text collate "C" not null generated always as (public.searchable(
  name || coalesce(E'\n' || mobile, '') || coalesce(E'\n' || email, ''))) stored;
create index contact_search on customers.contact using gin (search gin_trgm_ops);

-- Sorted by name for those who reach everything; with the key a page in the middle can begin anywhere among namesakes.
drop index customers.customer_by_name;
create index customer_by_name on customers.customer (name, id);
create index contact_by_name on customers.contact (name, id);
