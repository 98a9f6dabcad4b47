-- Names by pinyin.
alter table products.product
  add column sound text collate "C" not null generated always as (public.sounds(name)) stored;
