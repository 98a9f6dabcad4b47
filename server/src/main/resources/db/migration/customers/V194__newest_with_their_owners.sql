-- Pages far down the list, for those who reach most people: whose a row is, is read in the index as well.
drop index customers.customer_newest;
create index customer_newest on customers.customer (created_at desc, id desc) include (owner_id);
