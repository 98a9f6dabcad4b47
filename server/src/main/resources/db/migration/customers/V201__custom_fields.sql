alter table customers.customer
  add column custom jsonb not null default '{}' check (jsonb_typeof(custom) = 'object'),
  add column custom_search text;
alter table customers.contact
  add column custom jsonb not null default '{}' check (jsonb_typeof(custom) = 'object'),
  add column custom_search text;

-- Quick search finds the words of custom fields marked for it. The tables are written anew: a minute for a million.
alter table customers.customer alter column search set expression as (public.searchable(
  name || E'\n' || number || coalesce(E'\n' || name_en, '') || coalesce(E'\n' || short_name, '')
  || coalesce(E'\n' || credit_code, '') || coalesce(E'\n' || custom_search, '')));
alter table customers.contact alter column search set expression as (public.searchable(
  name || coalesce(E'\n' || mobile, '') || coalesce(E'\n' || email, '') || coalesce(E'\n' || custom_search, '')));
