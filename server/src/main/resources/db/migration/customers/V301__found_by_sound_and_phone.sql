-- Names by pinyin, and what is reached by phone by its phone: the tables are written anew once for all of it, two or three
-- minutes for a million customers.
alter table customers.customer
  add column sound text collate "C" not null generated always as (public.sounds(name)) stored,
  alter column search set expression as (public.searchable(
    name || E'\n' || number || coalesce(E'\n' || name_en, '') || coalesce(E'\n' || short_name, '')
    || coalesce(E'\n' || credit_code, '') || coalesce(E'\n' || phone, '') || coalesce(E'\n' || custom_search, '')));
create index customer_sound on customers.customer using gin (sound gin_trgm_ops);

alter table customers.contact
  add column sound text collate "C" not null generated always as (public.sounds(name)) stored,
  alter column search set expression as (public.searchable(
    name || coalesce(E'\n' || mobile, '') || coalesce(E'\n' || phone, '') || coalesce(E'\n' || email, '')
    || coalesce(E'\n' || custom_search, '')));
create index contact_sound on customers.contact using gin (sound gin_trgm_ops);

-- The planner weighs words by what it counted, and of what a migration wrote it counted nothing.
analyze customers.customer, customers.contact;
