drop index opportunities.opportunity_of_owner;
create index opportunity_of_owner on opportunities.opportunity (owner_id, created_at desc, id desc) include (currency, amount);

-- An opportunity's first product, for lists that show it and are sorted by it.
create unique index first_line on opportunities.line (opportunity_id) include (product_id) where position = 1;
