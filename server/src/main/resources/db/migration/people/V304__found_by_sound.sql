-- Names by pinyin.
alter table people.person
  add column sound text collate "C" not null generated always as (public.sounds(name)) stored;
analyze people.person;
