create or replace view reports.deal as
  select id, pipeline_id, stage_id, outcome, amount, currency, owner_id, customer_id, created_at, engaged_on, closed_on,
    base_amount
  from opportunities.opportunity;
