-- Names by pinyin. The table is written anew: a minute or two for a million.
alter table opportunities.opportunity
  add column sound text collate "C" not null generated always as (public.sounds(name)) stored;
create index opportunity_sound on opportunities.opportunity using gin (sound gin_trgm_ops);
analyze opportunities.opportunity;
