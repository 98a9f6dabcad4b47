create schema reports;

-- What reports count, as they read it from the modules below them.
create view reports.deal as
  select id, pipeline_id, stage_id, outcome, amount, currency, owner_id, customer_id, created_at, engaged_on, closed_on
  from opportunities.opportunity;

create view reports.stage as
  select id, pipeline_id, position, name, name_en, outcome, probability, category, retired from opportunities.stage;

create view reports.stay as
  select opportunity_id as deal_id, stage_id from opportunities.stage_span;

create view reports.line as
  select l.opportunity_id as deal_id, l.position, l.product_id, p.name as product_name, l.amount
  from opportunities.line l join products.product p on p.id = l.product_id;
