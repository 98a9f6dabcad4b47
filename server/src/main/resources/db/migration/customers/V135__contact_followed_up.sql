-- When a contact was last followed up, like its customer.
alter table customers.contact add last_followed_at timestamptz;
create index contact_by_follow_up on customers.contact (last_followed_at, id);
