-- Whether this is a restored copy for trying things, which does nothing outside of itself.
alter table company.settings add column trial_copy boolean not null default false;
