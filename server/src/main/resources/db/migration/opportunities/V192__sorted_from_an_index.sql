-- All the list of opportunities can be sorted by, beside the owner, or what leads to it by another index alone: see
-- customers.customer_sorted. About 200 MB for a million opportunities.
create index opportunity_sorted on opportunities.opportunity (owner_id) include (
  id, name, number, customer_id, amount, currency, pipeline_id, stage_id, outcome, stage_since, expected_close, closed_on,
  engaged_on, source, loss_reason, competitor, next_step_on, last_followed_at, created_at, updated_at);
