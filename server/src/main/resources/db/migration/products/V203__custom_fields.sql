alter table products.product add column custom jsonb not null default '{}' check (jsonb_typeof(custom) = 'object');
